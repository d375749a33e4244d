using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServicePlatform.Kernel.Events;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Outside;

/// <summary>Delivers to the outside for as long as the host runs. Each site has its own run, so that a slow gateway keeps no other site waiting.</summary>
internal sealed class OutsideLoop(SiteRegistry registry, OutsideDeliverer deliverer, OutsideSignal signal, TimeProvider time, IOptions<PlatformOptions> options, ILogger<OutsideLoop> logger)
    : BackgroundService
{
    private readonly Dictionary<string, Task> _runs = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var interval = options.Value.DeliveryInterval;
        var round = time.GetTimestamp();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var left = interval - time.GetElapsedTime(round);
                var raised = left > TimeSpan.Zero ? await signal.WaitAsync(left, time, stoppingToken) : signal.Take();
                var isRound = time.GetElapsedTime(round) >= interval;
                foreach (var site in registry.Running.Where(site => !site.Deliveries.IsHeld && (isRound || raised.Contains(site.Id))))
                {
                    if (!_runs.TryGetValue(site.Id, out var run) || run.IsCompleted)
                    {
                        _runs[site.Id] = RunAsync(site, stoppingToken);
                    }
                }

                round = isRound ? time.GetTimestamp() : round;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is under way ends or is given back.
        }

        await Task.WhenAll(_runs.Values);
    }

    private async Task RunAsync(SiteRuntime site, CancellationToken stoppingToken)
    {
        try
        {
            while (await deliverer.DeliverAsync(registry.Find(site.Id) ?? site, stoppingToken) > 0)
            {
                stoppingToken.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; what was claimed is due again when its hold is over.
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Deliveries of the site {Site} to the outside have stopped for now", site.Id);
        }
    }
}
