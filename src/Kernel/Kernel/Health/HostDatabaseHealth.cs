using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServicePlatform.Data.Host;

namespace ServicePlatform.Kernel.Health;

/// <summary>Whether the host's own database answers. Open sites go on without it; no site can be opened or changed, and jobs wait.</summary>
internal sealed class HostDatabaseHealth(IServiceScopeFactory scopes) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<HostDbContext>().Sites.AsNoTracking().AnyAsync(patience.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Degraded("The host's own database does not answer.");
        }
    }
}
