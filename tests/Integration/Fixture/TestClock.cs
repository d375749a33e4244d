namespace ServicePlatform.IntegrationTests.Fixture;

/// <summary>The host's time in tests: a Monday morning in Beijing, years ahead so that no cookie is old to the client, that moves on by a microsecond each time it is read, and by what a test adds.</summary>
public sealed class TestClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2031, 3, 3, 1, 0, 0, TimeSpan.Zero);

    private long _ticks = Start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref _ticks, 10), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
