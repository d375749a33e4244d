using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ServicePlatform.Data.Sites;
using ServicePlatform.Files;

namespace ServicePlatform.Data.Files;

/// <summary>A file that the actor may read. Dispose the content.</summary>
internal sealed record ReadableFile(FileRow Row, Stream Content);

/// <summary>Opens files for people.</summary>
internal interface IFileReader
{
    /// <summary>Null if there is no such file, or if the module of its owner does not let the actor read it.</summary>
    Task<ReadableFile?> OpenAsync(Guid id, CancellationToken cancellationToken);
}

internal sealed partial class FileReader(SiteDbContext db, ContentFolder folder, IEnumerable<IFileAccess> accesses, ILogger<FileReader> logger) : IFileReader
{
    public async Task<ReadableFile?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        var row = await db.Set<FileRow>().AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, cancellationToken);
        if (row is null || !await MayReadAsync(row, cancellationToken))
        {
            return null;
        }

        if (folder.Open(row.Sha256) is { } content)
        {
            return new ReadableFile(row, content);
        }

        ContentIsMissing(row.Id, row.Sha256);
        return null;
    }

    /// <summary>An owner whose module is off or says nothing is read by nobody.</summary>
    private async Task<bool> MayReadAsync(FileRow row, CancellationToken cancellationToken)
    {
        var access = accesses.FirstOrDefault(access => access.SubjectKind == row.OwnerKind);
        return access is not null && await access.MayReadAsync(row.OwnerId, cancellationToken);
    }

    [LoggerMessage(1, LogLevel.Error, "The content {Sha256} of the file {Id} is missing from the disk.")]
    private partial void ContentIsMissing(Guid id, string sha256);
}
