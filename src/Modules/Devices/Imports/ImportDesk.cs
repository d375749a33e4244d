using System.Collections.Concurrent;
using ServicePlatform.Sites;

namespace ServicePlatform.Devices.Imports;

/// <summary>What this host remembers of imports that are running: how far they are, and the rows that a use case has refused. Lost with the host, which only costs another look.</summary>
internal sealed class ImportMemory
{
    public ConcurrentDictionary<(string Site, Guid Import), ImportProgress> Progress { get; } = new();

    public ConcurrentDictionary<(string Site, Guid Import), IReadOnlyList<RowProblem>> Refused { get; } = new();
}

internal sealed record ImportProgress(int Done, int Total);

/// <summary>The memory of imports for the current site.</summary>
internal sealed class ImportDesk(ImportMemory memory, ISiteContext site)
{
    public ImportProgress? ProgressOf(Guid import) => memory.Progress.GetValueOrDefault((site.Id, import));

    public void Report(Guid import, int done, int total) => memory.Progress[(site.Id, import)] = new ImportProgress(done, total);

    public IReadOnlyList<RowProblem> RefusedOf(Guid import) => memory.Refused.GetValueOrDefault((site.Id, import), []);

    public void Refuse(Guid import, IEnumerable<RowProblem> problems) =>
        memory.Refused.AddOrUpdate((site.Id, import), _ => [.. problems], (_, known) => [.. known, .. problems]);

    /// <summary>After it has ended, or when its columns mean something else.</summary>
    public void Forget(Guid import)
    {
        memory.Refused.TryRemove((site.Id, import), out _);
        Stop(import);
    }

    public void Stop(Guid import) => memory.Progress.TryRemove((site.Id, import), out _);
}
