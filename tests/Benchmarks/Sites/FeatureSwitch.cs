namespace ServicePlatform.Benchmarks.Sites;

/// <summary>A feature of a site that is switched while requests run. An answer that saw no switch must match its state.</summary>
internal sealed class FeatureSwitch
{
    private int _changes;
    private volatile bool _isOn = true;

    /// <summary>Odd while a switch is under way.</summary>
    public int Changes => Volatile.Read(ref _changes);

    public bool IsOn => _isOn;

    public async Task TurnAsync(Func<bool, Task> turn)
    {
        Interlocked.Increment(ref _changes);
        _isOn = !_isOn;
        await turn(_isOn);
        Interlocked.Increment(ref _changes);
    }

    /// <param name="before">What <see cref="Changes"/> was when the request began.</param>
    /// <returns>Whether it had to be on, or null where either may be.</returns>
    public bool? Expected(int before)
    {
        var isOn = _isOn;
        return before % 2 == 0 && before == Changes ? isOn : null;
    }
}
