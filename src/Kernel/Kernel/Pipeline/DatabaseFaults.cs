using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Pipeline;

/// <summary>Says which exceptions of the database are expected failures.</summary>
internal sealed class DatabaseFaults(SiteContext site)
{
    public Failure? Describe(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException stale => new Failure(FailureKind.Conflict, "kernel.stale") { Versions = Versions(stale) },
        ScopeViolationException => Failure.Forbidden("kernel.out-of-scope"),
        DbUpdateException { InnerException: DbException inner } => Describe(inner),
        DbException database when site.Runtime.Provider.IsUniqueViolation(database) => Failure.Conflict("kernel.duplicate"),
        DbException database when site.Runtime.Provider.IsUnavailable(database) => Failure.Unavailable("kernel.database-unavailable"),
        InvalidOperationException { InnerException: DbException or DbUpdateException or TimeoutException } wrapped => Describe(wrapped.InnerException!),
        TimeoutException => Failure.Unavailable("kernel.database-unavailable"),
        Microsoft.AspNetCore.Http.BadHttpRequestException => null,
        IOException => Failure.Unavailable("kernel.storage-unavailable"),
        UnauthorizedAccessException => Failure.Unavailable("kernel.storage-unavailable"),
        _ => null,
    };

    private static VersionConflict? Versions(DbUpdateConcurrencyException exception)
    {
        var entry = exception.Entries.FirstOrDefault(entry => entry.Entity is IVersioned);
        return entry is null ? null : new VersionConflict((int)entry.Property(nameof(IVersioned.Version)).OriginalValue!, -1);
    }
}
