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
    private const int MostBatches = 10;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var interval = options.Value.DeliveryInterval;
        var round = time.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            // The round over all sites keeps its time, however busy one of them is: retries of the quiet ones wait for it.
            var left = interval - time.GetElapsedTime(round);
            var raised = left > TimeSpan.Zero ? await signal.WaitAsync(left, time, stoppingToken) : signal.Take();
            var isRound = time.GetElapsedTime(round) >= interval;
            foreach (var site in registry.Running.Where(site => !site.Deliveries.IsHeld && (isRound || raised.Contains(site.Id))))
            {
                await DrainAsync(site, stoppingToken);
            }

            round = isRound ? time.GetTimestamp() : round;
        }
    }

    private async Task DrainAsync(SiteRuntime site, CancellationToken stoppingToken)
    {
        try
        {
            // A site with no end of events gives way to the others after a while; its signal or the next round takes it up again.
            for (var batch = 0; batch < MostBatches; batch++)
            {
                // As it is now: features may have been switched meanwhile.
                if (await deliverer.DeliverAsync(registry.Find(site.Id) ?? site, stoppingToken) == 0)
                {
                    return;
                }

                stoppingToken.ThrowIfCancellationRequested();
            }

            signal.Raise(site.Id);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A site whose database is out of order must not keep the others waiting.
            logger.LogError(exception, "Deliveries of the site {Site} have stopped for now", site.Id);
        }
    }
}
