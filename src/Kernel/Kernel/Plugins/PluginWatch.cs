using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>
/// Looks for plugins that use up the machine: a call that keeps a thread busy without coming back, and memory that grows by what a plugin
/// asks for. It says so; it cannot end either.
/// </summary>
public sealed class PluginWatch(PluginHost plugins, TimeProvider time, IOptions<PlatformOptions> options, ILogger<PluginWatch> logger) : BackgroundService
{
    private readonly Dictionary<Plugin, MemoryTrend> _memory = plugins.AtWork.ToDictionary(plugin => plugin, _ => new MemoryTrend());
    private int _collections = GC.CollectionCount(2);

    /// <summary>Looks once.</summary>
    public void Look()
    {
        LookAtThreads();
        LookAtQuickCalls();
        if (GC.CollectionCount(2) is var collections && collections != _collections)
        {
            _collections = collections;
            LookAtMemory(HeapAfterCollection());
        }
    }

    /// <returns>Bytes in use after the last full collection.</returns>
    internal static long HeapAfterCollection()
    {
        var (blocking, background) = (GC.GetGCMemoryInfo(GCKind.FullBlocking), GC.GetGCMemoryInfo(GCKind.Background));
        return background.Index > blocking.Index ? background.HeapSizeBytes : blocking.HeapSizeBytes;
    }

    /// <summary>Looks once whether the heap grows by what a plugin keeps.</summary>
    /// <param name="heap">Bytes in use after the last full collection.</param>
    internal void LookAtMemory(long heap)
    {
        foreach (var (plugin, trend) in _memory)
        {
            if (trend.Add(heap, plugin.Health.Allocated, plugin.Health.Calls) is { } growth)
            {
                var held = StaticHolds.Largest(plugin.Assembly!);
                logger.LogCritical("The plugin {Plugin} seems to keep memory: the heap grew by {Megabytes} MB over {Calls} calls of it, most of what they asked for. {Held}", plugin.Id, growth.Bytes >> 20, growth.Calls, held);
                plugin.Health.Growing = Report(plugin, held ?? "", "", "growing", $"{growth.Bytes >> 20} MB / {growth.Calls}");
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_memory.Count == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.Value.Plugins.WatchInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Look();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogWarning(exception, "Plugins could not be looked at");
            }
        }
    }

    private void LookAtThreads()
    {
        var stretches = _memory.Keys.SelectMany(plugin => plugin.Health.Open).SelectMany(call => call.Stretches.Select(stretch => (call, stretch))).Where(open => !open.stretch.IsReported && open.stretch.Thread != 0).ToList();
        if (stretches.Count == 0)
        {
            return;
        }

        var times = NativeThread.Times();
        foreach (var (call, stretch) in stretches)
        {
            if (!times.TryGetValue(stretch.Thread, out var now))
            {
                continue;
            }

            stretch.FirstSeen ??= now;
            var used = now - stretch.FirstSeen.Value;
            if (used >= options.Value.Plugins.SpinLimit && call.Stretches.Contains(stretch))
            {
                stretch.IsReported = true;
                logger.LogCritical("The plugin {Plugin} spins: {What} in the site {Site} has used {Seconds} s of processor time without coming back. Only a restart ends it.", call.Plugin.Id, call.What, call.SiteId, (int)used.TotalSeconds);
                call.Plugin.Health.Spinning = Report(call.Plugin, call.What, call.SiteId, "spinning", $"{used.TotalSeconds:0} s");
            }
        }
    }

    /// <summary>Nobody can give up waiting for a call that answers at once; whoever made it waits with it.</summary>
    private void LookAtQuickCalls()
    {
        var limits = options.Value.Plugins;
        foreach (var call in _memory.Keys.SelectMany(plugin => plugin.Health.Open).Where(call => call is { IsQuick: true, Reported: null }).ToList())
        {
            var waited = time.GetElapsedTime(call.StartedAt);
            if (waited < limits.ContractLimit)
            {
                continue;
            }

            logger.LogCritical("The plugin {Plugin} has not come back from {What} in the site {Site} for {Seconds} s. Whoever asked waits with it.", call.Plugin.Id, call.What, call.SiteId, (int)waited.TotalSeconds);
            var now = time.GetUtcNow().UtcDateTime;
            call.Reported = new PluginIncident(now, call.What, call.SiteId, "stuck", $"> {limits.ContractLimit.TotalSeconds:0.#} s");
            call.Plugin.Health.Failed(call, now, limits, "stuck", call.Reported.Detail);
        }
    }

    private PluginIncident Report(Plugin plugin, string what, string siteId, string kind, string detail)
    {
        var incident = new PluginIncident(time.GetUtcNow().UtcDateTime, what, siteId, kind, detail);
        plugin.Health.Note(incident);
        return incident;
    }
}
