using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace ServicePlatform.Kernel.Health;

/// <summary>Whether recurring jobs run.</summary>
internal sealed class SchedulerHealth(ISchedulerFactory schedulers) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            return scheduler.Status == SchedulerStatus.Running
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded("The scheduler does not run: recurring jobs wait.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return HealthCheckResult.Degraded("The scheduler could not be made: recurring jobs wait.");
        }
    }
}
