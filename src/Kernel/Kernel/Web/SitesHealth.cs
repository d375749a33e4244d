using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Web;

/// <summary>Ready when the sites are open; faulty sites are named without their reason.</summary>
internal sealed class SitesHealth(SiteRegistry registry, PlatformState state) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!state.IsReady)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The sites are being opened."));
        }

        var faulty = registry.All.Where(site => site.Fault is not null).Select(site => site.Id).ToList();
        return Task.FromResult(faulty.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("Not open: " + string.Join(", ", faulty)));
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
