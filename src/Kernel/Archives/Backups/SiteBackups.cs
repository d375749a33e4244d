using ServicePlatform.Archives.Format;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Archives.Backups;

/// <summary>Writes archives to files, durably.</summary>
public sealed class SiteBackups(ArchiveWriter writer)
{
    /// <param name="path">Of a file that is not there yet.</param>
    /// <returns>SHA-256 of the file, lower-case hex.</returns>
    /// <exception cref="ArchiveException">The site cannot be archived as it is.</exception>
    public async Task<string> WriteAsync(SiteRuntime site, string path, ArchiveReport report, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 128 * 1024);
        await using var target = new PartStream(file);
        await writer.WriteAsync(site, target, report, cancellationToken);
        await file.FlushAsync(cancellationToken);
        file.Flush(flushToDisk: true);
        return target.Sha256;
    }
}
