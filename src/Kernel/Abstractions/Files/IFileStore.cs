using ServicePlatform.Commands;
using ServicePlatform.Data;

namespace ServicePlatform.Files;

/// <summary>What an upload may be. The content decides, not the name: files are recognised by their first bytes.</summary>
/// <param name="ContentTypes">Allowed: <c>image/jpeg</c>, <c>image/png</c>, <c>image/webp</c>, <c>application/pdf</c>, <c>text/csv</c>.</param>
/// <param name="MaximumBytes">Largest size.</param>
public sealed record FileRules(IReadOnlyList<string> ContentTypes, long MaximumBytes)
{
    /// <summary>Photos up to what the site takes (<see cref="Settings.SiteLimits"/>), 10 MiB by default.</summary>
    public static FileRules Photo { get; } = new(["image/jpeg", "image/png", "image/webp"], 10 * 1024 * 1024);

    /// <summary>A drawn signature up to 512 KiB.</summary>
    public static FileRules Signature { get; } = new(["image/png"], 512 * 1024);

    /// <summary>A table up to 20 MiB.</summary>
    public static FileRules Table { get; } = new(["text/csv"], 20 * 1024 * 1024);
}

/// <param name="Id">Names this use of the content; the address of a file is <c>/files/{Id}</c>.</param>
/// <param name="Sha256">Lower-case hex of the stored bytes.</param>
public sealed record StoredFile(Guid Id, string Sha256, string ContentType, long Bytes);

/// <summary>Files of the site, stored once per content under their SHA-256.</summary>
public interface IFileStore
{
    /// <summary>
    /// Stores the bytes durably, then records them with the owner in the current transaction. JPEG metadata (position,
    /// device) is removed. Fails as <c>kernel.file-type</c>, <c>kernel.file-size</c> or <c>kernel.file-empty</c> on <paramref name="field"/>.
    /// </summary>
    Task<Result<StoredFile>> SaveAsync(Stream content, string fileName, Subject owner, FileRules rules, string field, CancellationToken cancellationToken);

    /// <summary>Opens a file without asking who reads; for use inside the product. Null if there is none.</summary>
    Task<Stream?> OpenAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>Decides who may read the files of one kind of owner. Implemented by the module that owns it.</summary>
public interface IFileAccess
{
    /// <summary>Kind of the owner: <c>visit</c>.</summary>
    string SubjectKind { get; }

    Task<bool> MayReadAsync(Guid subjectId, CancellationToken cancellationToken);
}
