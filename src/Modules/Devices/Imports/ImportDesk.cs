using System.Collections.Concurrent;
using ServicePlatform.Sites;

namespace ServicePlatform.Devices.Imports;

/// <summary>What this host remembers of imports that are running: how far they are, and the rows that a use case has refused. Lost with the host, which only costs another look.</summary>
internal sealed class ImportMemory
{
    public ConcurrentDictionary<(string Site, Guid Import), ImportProgress> Progress { get; } = new();

    public ConcurrentDictionary<(string Site, Guid Import), IReadOnlyList<RowProblem>> Refused { get; } = new();

    /// <summary>Imports that somebody asked to stop.</summary>
    public ConcurrentDictionary<(string Site, Guid Import), bool> Stopping { get; } = new();
}

/// <param name="Done">Customers that are written so far.</param>
/// <param name="StartedAt">UTC.</param>
internal sealed record ImportProgress(int Done, int Total, DateTime StartedAt)
{
    /// <summary>How long the rest takes at the speed so far; null before there is one.</summary>
    public TimeSpan? Left(DateTime now) => Done == 0 ? null : (now - StartedAt) / Done * (Total - Done);
}

/// <summary>The memory of imports for the current site.</summary>
internal sealed class ImportDesk(ImportMemory memory, ISiteContext site, IClock clock)
{
    public ImportProgress? ProgressOf(Guid import) => memory.Progress.GetValueOrDefault((site.Id, import));

    public void Report(Guid import, int done, int total) => memory.Progress.AddOrUpdate(
        (site.Id, import), _ => new ImportProgress(done, total, clock.UtcNow), (_, known) => known with { Done = done, Total = total });

    /// <summary>Asks a running import to stop; what it has written is undone.</summary>
    public void AskToStop(Guid import)
    {
        if (ProgressOf(import) is not null)
        {
            memory.Stopping[(site.Id, import)] = true;
        }
    }

    public bool IsToStop(Guid import) => memory.Stopping.ContainsKey((site.Id, import));

    public IReadOnlyList<RowProblem> RefusedOf(Guid import) => memory.Refused.GetValueOrDefault((site.Id, import), []);

    public void Refuse(Guid import, IEnumerable<RowProblem> problems) =>
        memory.Refused.AddOrUpdate((site.Id, import), _ => [.. problems], (_, known) => [.. known, .. problems]);

    /// <summary>After it has ended, or when its columns mean something else.</summary>
    public void Forget(Guid import)
    {
        memory.Refused.TryRemove((site.Id, import), out _);
        Stop(import);
    }

    public void Stop(Guid import)
    {
        memory.Progress.TryRemove((site.Id, import), out _);
        memory.Stopping.TryRemove((site.Id, import), out _);
    }
}
