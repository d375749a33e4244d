using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServicePlatform.Data.Host;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Web;

/// <summary>Ready when the sites are open and their databases answer; those that do not are named without their reason.</summary>
internal sealed class SitesHealth(SiteRegistry registry, SiteScopes scopes, PlatformState state) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!state.IsReady)
        {
            return HealthCheckResult.Unhealthy("The sites are being opened.");
        }

        var expected = registry.All.Where(site => site.Row.State == SiteState.Running || site.Fault is not null).ToList();
        var answers = await Task.WhenAll(expected.Select(async site => (site.Id, IsWell: site.Fault is null && await AnswersAsync(site, cancellationToken))));
        var down = answers.Where(answer => !answer.IsWell).Select(answer => answer.Id).Order(StringComparer.Ordinal).ToList();
        if (down.Count == 0)
        {
            return HealthCheckResult.Healthy();
        }

        var text = "Not answering: " + string.Join(", ", down);
        return down.Count < expected.Count ? HealthCheckResult.Degraded(text) : HealthCheckResult.Unhealthy(text);
    }

    /// <summary>The state, and below it the sites that do not answer.</summary>
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(string.Join('\n', report.Entries.Values.Select(entry => entry.Description).Prepend(report.Status.ToString()).Where(line => line is not null)));
    }

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

/// <summary>Whether the host has opened its sites.</summary>
public sealed class PlatformState
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsReady => _ready.Task.IsCompletedSuccessfully;

    public Task WhenReady => _ready.Task;

    internal void SetReady() => _ready.TrySetResult();
}
