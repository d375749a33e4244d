namespace ServicePlatform.Archives;

/// <summary>Counts, and reports now and then.</summary>
internal sealed class Progress(ArchiveReport report, long? total)
{
    private const int Step = 100;

    private long _done;

    public Task AddAsync() => ++_done % Step == 0 ? report(_done, total) : Task.CompletedTask;
}
