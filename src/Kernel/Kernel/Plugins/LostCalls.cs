namespace ServicePlatform.Kernel.Plugins;

/// <summary>Calls of plugins that were given up and may still use what their scope holds.</summary>
internal sealed class LostCalls
{
    private readonly Lock _lock = new();
    private readonly List<Task> _lost = [];

    /// <summary>Runs a guarded call, and remembers it where it is given up.</summary>
    public async Task<T> WatchAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (PluginSlowException slow) when (slow.Lost is { } lost)
        {
            lock (_lock)
            {
                _lost.Add(lost);
            }

            throw;
        }
    }

    /// <summary>Those that have not come back, which they may never do.</summary>
    public IReadOnlyList<Task> Open
    {
        get
        {
            lock (_lock)
            {
                return _lost.FindAll(call => !call.IsCompleted);
            }
        }
    }
}
