using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Pipeline;

/// <summary>Says which exceptions of the database are expected failures.</summary>
internal sealed class DatabaseFaults(SiteContext site)
{
    /// <summary>ERROR_DISK_FULL, as files say it.</summary>
    private const int DiskFull = unchecked((int)0x80070070);

    /// <summary>ENOSPC, as they say it on Unix.</summary>
    private const int NoSpaceLeft = 28;

    private static Failure NoSpace => new(FailureKind.NoSpace, "kernel.disk-full");

    public Failure? Describe(Exception exception) => exception switch
    {
        // Which version stands now is not known here, so none is named.
        DbUpdateConcurrencyException => Failure.Conflict("kernel.stale"),
        ScopeViolationException => Failure.Forbidden("kernel.out-of-scope"),
        DbUpdateException { InnerException: DbException inner } => Describe(inner),
        DbException database when site.Runtime.Provider.IsUniqueViolation(database) => Failure.Conflict("kernel.duplicate"),
        DbException database when site.Runtime.Provider.IsFull(database) => NoSpace,
        DbException database when site.Runtime.Provider.IsUnavailable(database) => Failure.Unavailable("kernel.database-unavailable"),
        InvalidOperationException { InnerException: DbException or DbUpdateException or TimeoutException } wrapped => Describe(wrapped.InnerException!),
        TimeoutException => Failure.Unavailable("kernel.database-unavailable"),
        Microsoft.AspNetCore.Http.BadHttpRequestException => null,
        FileNotFoundException { FileName: { } name } when name.Contains("Version=", StringComparison.Ordinal) => null,
        FileLoadException => null,
        IOException { HResult: DiskFull or NoSpaceLeft } => NoSpace,
        IOException => Failure.Unavailable("kernel.storage-unavailable"),
        UnauthorizedAccessException => Failure.Unavailable("kernel.storage-unavailable"),
        Plugins.PluginRestingException resting => Failure.Unavailable("kernel.plugin-rests", resting.Plugin.Name),
        Plugins.PluginSlowException slow => Failure.Unavailable("kernel.plugin-slow", slow.Plugin.Name),
        _ => null,
    };
}
