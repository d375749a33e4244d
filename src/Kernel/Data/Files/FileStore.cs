using System.Globalization;
using System.Security.Cryptography;
using ServicePlatform.Commands;
using ServicePlatform.Data.Files.Formats;
using ServicePlatform.Data.Sites;
using ServicePlatform.Files;
using ServicePlatform.Security;
using ServicePlatform.Settings;
using ServicePlatform.Sites;

namespace ServicePlatform.Data.Files;

/// <summary>
/// The bytes are on disk before the row is added, so a committed row always has its content; a rollback leaves a content
/// without a row, which is harmless.
/// </summary>
internal sealed class FileStore(SiteDbContext db, ContentFolder folder, ContentUse use, IActorContext actors, IClock clock, ISettings settings) : IFileStore, IDisposable
{
    private readonly List<string> _stored = [];

    public async Task<Result<StoredFile>> SaveAsync(
        Stream content, string fileName, Subject owner, FileRules rules, string field, CancellationToken cancellationToken)
    {
        var maximum = rules == FileRules.Photo ? (await settings.GetAsync<SiteLimits>(cancellationToken)).PhotoMegabytes * 1024L * 1024 : rules.MaximumBytes;
        if (await Upload.ReadAsync(content, maximum, cancellationToken) is not { } bytes)
        {
            return Failure.Invalid(field, "kernel.file-size", Readable(maximum));
        }

        if (bytes.IsEmpty)
        {
            return Failure.Invalid(field, "kernel.file-empty");
        }

        if (FileFormats.Recognise(bytes, rules.ContentTypes) is not { } clean)
        {
            return Failure.Invalid(field, "kernel.file-type");
        }

        // Until this scope ends, when its transaction is over, nobody removes the content.
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(clean.Bytes.Span));
        use.Begin(folder.PathOf(sha256));
        _stored.Add(folder.PathOf(sha256));
        var row = new FileRow
        {
            Sha256 = await folder.StoreAsync(clean.Bytes, cancellationToken),
            ContentType = clean.Format.ContentType,
            Bytes = clean.Bytes.Length,
            Name = FileNames.Clean(fileName, clean.Format),
            OwnerKind = owner.Kind,
            OwnerId = owner.Id,
            StoredAt = clock.UtcNow,
            StoredBy = actors.Current.UserId,
        };
        db.Add(row);
        return new StoredFile(row.Id, row.Sha256, row.ContentType, row.Bytes);
    }

    public async Task<Stream?> OpenAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<FileRow>().FindAsync([id], cancellationToken) is { } row ? folder.Open(row.Sha256) : null;

    public void Dispose() => _stored.ForEach(use.End);

    private static string Readable(long bytes) => bytes >= 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024 * 1024)} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024} KB");
}
