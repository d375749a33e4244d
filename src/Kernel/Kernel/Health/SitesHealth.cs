using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServicePlatform.Data.Host;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Kernel.Web;

namespace ServicePlatform.Kernel.Health;

/// <summary>Ready when the sites are open and their databases answer; each is named with its state, without the reason.</summary>
internal sealed class SitesHealth(SiteRegistry registry, SiteScopes scopes, PlatformState state) : IHealthCheck
{
    private const string Answers = "answers";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!state.IsReady)
        {
            return HealthCheckResult.Unhealthy("The sites are being opened.");
        }

        var sites = await Task.WhenAll(registry.All.OrderBy(site => site.Id, StringComparer.Ordinal).Select(async site => (site.Id, State: await StateAsync(site, cancellationToken), IsExpected: IsExpected(site))));
        var data = sites.ToDictionary(site => site.Id, object (site) => site.State, StringComparer.Ordinal);
        var expected = sites.Where(site => site.IsExpected).ToList();
        var down = expected.Where(site => site.State != Answers).Select(site => site.Id).ToList();
        if (down.Count == 0)
        {
            return HealthCheckResult.Healthy(data: data);
        }

        var text = "Not answering: " + string.Join(", ", down);
        return down.Count < expected.Count ? HealthCheckResult.Degraded(text, data: data) : HealthCheckResult.Unhealthy(text, data: data);
    }

    private static bool IsExpected(SiteRuntime site) => site.Row.State == SiteState.Running || site.Fault is not null;

    private async Task<string> StateAsync(SiteRuntime site, CancellationToken cancellationToken) =>
        site.Fault is not null ? "could not be opened"
        : site.Row.State == SiteState.Stopped ? "stopped"
        : site.Row.State == SiteState.SettingUp ? "being set up"
        : await AnswersAsync(site, cancellationToken) ? Answers : "does not answer";

    private async Task<bool> AnswersAsync(SiteRuntime site, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await using var scope = scopes.Open(site);
            await scope.ServiceProvider.GetRequiredService<SiteDbContext>().Set<SiteRole>().AsNoTracking().AnyAsync(patience.Token);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
