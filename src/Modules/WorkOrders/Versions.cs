using ServicePlatform.Commands;
using ServicePlatform.Data;

namespace ServicePlatform.WorkOrders;

/// <summary>Compares what the writer had seen with what stands.</summary>
internal static class Versions
{
    /// <summary>The row, or why it cannot be written: not there (or not to be seen), or changed meanwhile.</summary>
    public static Result<T> Current<T>(T? row, int seen, string notFound)
        where T : class, IVersioned
    {
        if (row is null)
        {
            return Failure.NotFound(notFound);
        }

        return row.Version == seen
            ? row
            : new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new VersionConflict(seen, row.Version) };
    }
}
