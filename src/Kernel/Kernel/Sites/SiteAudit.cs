using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Audit;
using ServicePlatform.Data.Host;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Sites;

/// <summary>
/// One audit row for each change of a site as a whole (created, set up, stopped, started, features, settings). It stands where
/// whoever acted is known: in his own site; in the changed site itself where the host acted.
/// </summary>
public sealed class SiteAudit
{
    private readonly SiteContext _here;
    private readonly ActorContext _actors;
    private readonly SiteRegistry _registry;
    private readonly SiteScopes _scopes;
    private readonly ILogger<SiteAudit> _logger;

    internal SiteAudit(SiteContext here, ActorContext actors, SiteRegistry registry, SiteScopes scopes, ILogger<SiteAudit> logger)
    {
        _here = here;
        _actors = actors;
        _registry = registry;
        _scopes = scopes;
        _logger = logger;
    }

    /// <param name="siteId">The site that was changed.</param>
    /// <param name="act">What was done: <c>StopSite</c>.</param>
    /// <param name="details">Ids that belong to it; empty ones are left out.</param>
    /// <param name="cancellationToken">Gives up writing.</param>
    public async Task WriteAsync(string siteId, string act, IEnumerable<(string Name, string Value)> details, CancellationToken cancellationToken)
    {
        var place = _here.HasEntered ? _registry.Find(_here.Id) : _registry.Find(siteId);
        if (place is not { Fault: null, Row.State: SiteState.Running or SiteState.SettingUp })
        {
            _logger.LogWarning("{Act} of the site {Site} has no audit row: there is no open database for it", act, siteId);
            return;
        }

        var actor = _here.HasEntered ? _actors.Current : Actor.System;
        var subjects = details.Where(detail => detail.Value.Length > 0).Prepend((Name: "Site", Value: siteId)).ToDictionary(detail => detail.Name, detail => detail.Value, StringComparer.Ordinal);
        var json = JsonSerializer.Serialize(subjects);
        await using var scope = _scopes.Open(place);
        var services = scope.ServiceProvider;
        var result = await services.GetRequiredService<UnitOfWork>().RunAsync<Done>(
            () =>
            {
                services.GetRequiredService<SiteDbContext>().Add(new AuditRow
                {
                    At = services.GetRequiredService<IClock>().UtcNow,
                    ActorKind = actor.Kind,
                    ActorId = actor.UserId,
                    Command = "Kernel.Sites." + act,
                    Subjects = json.Length <= Lengths.Text ? json : JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["Site"] = siteId }),
                    TraceId = Activity.Current?.TraceId.ToString() ?? "",
                });
                return Task.FromResult(Result.Done);
            },
            null,
            cancellationToken);
        if (!result.Succeeded)
        {
            _logger.LogError("The audit row {Act} of the site {Site} could not be written: {Reason}", act, siteId, result.Failure.Code);
        }
    }
}
