namespace ServicePlatform.Kernel.Plugins;

/// <summary>
/// Tells a plugin that keeps what it asks for from one that gives it back: over several full collections the heap grows, and it grows by
/// most of what the plugin's calls have asked for meanwhile. It is a suspicion with figures, not a proof.
/// </summary>
internal sealed class MemoryTrend
{
    /// <summary>So many collections in a row must say the same.</summary>
    private const int Periods = 3;

    /// <summary>Less than this is noise.</summary>
    private const long Least = 24L * 1024 * 1024;

    /// <summary>A plugin that asked for less than this part of a growth did not cause it.</summary>
    private const int Share = 4;

    private (long Heap, long Allocated, long Calls)? _first;
    private (long Heap, long Allocated, long Calls) _last;
    private int _periods;

    /// <param name="heap">Bytes in use after a full collection.</param>
    /// <param name="allocated">Bytes that the plugin's calls have asked for so far.</param>
    /// <param name="calls">Its calls so far.</param>
    /// <returns>By how much the heap has grown over how many calls, where it is to be reported now.</returns>
    public (long Bytes, long Calls)? Add(long heap, long allocated, long calls)
    {
        if (_first is null)
        {
            _first = _last = (heap, allocated, calls);
            return null;
        }

        var (grown, asked) = (heap - _last.Heap, allocated - _last.Allocated);
        if (calls == _last.Calls || asked * Share < grown)
        {
            // It was not at work, or what it asked for explains too little: what the others do is not its doing.
            var first = _first.Value;
            _first = (first.Heap + grown, first.Allocated + asked, calls);
            _last = (heap, allocated, calls);
            return null;
        }

        _last = (heap, allocated, calls);
        if (grown * 2 < asked)
        {
            (_first, _periods) = (_last, 0);
            return null;
        }

        _periods++;
        var total = heap - _first.Value.Heap;
        if (_periods < Periods || total < Least || total * 2 < allocated - _first.Value.Allocated)
        {
            return null;
        }

        var growth = (total, calls - _first.Value.Calls);
        (_first, _periods) = (_last, 0);
        return growth;
    }
}
