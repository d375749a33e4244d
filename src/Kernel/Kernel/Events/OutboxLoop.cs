using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Events;

/// <summary>Delivers committed events for as long as the host runs: at once after a commit, and every few seconds what is left.</summary>
internal sealed class OutboxLoop(
    SiteRegistry registry,
    OutboxDeliverer deliverer,
    OutboxSignal signal,
    TimeProvider time,
    IOptions<PlatformOptions> options,
    ILogger<OutboxLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var raised = await signal.WaitAsync(options.Value.DeliveryInterval, time, stoppingToken);
            foreach (var site in registry.Running.Where(site => !site.Deliveries.IsHeld).Where(site => raised.Count == 0 || raised.Contains(site.Id)))
            {
                await DrainAsync(site, stoppingToken);
            }
        }
    }

    private async Task DrainAsync(SiteRuntime site, CancellationToken stoppingToken)
    {
        try
        {
            while (await deliverer.DeliverAsync(site, stoppingToken) > 0)
            {
                stoppingToken.ThrowIfCancellationRequested();
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A site whose database is out of order must not keep the others waiting.
            logger.LogError(exception, "Deliveries of the site {Site} have stopped for now", site.Id);
        }
    }
}
