using System.Security.Cryptography;

namespace ServicePlatform.Data.Files;

/// <summary>Contents on disk, each once, under their hash: <c>ab/cd/abcd...</c>. A content is never rewritten.</summary>
internal sealed class ContentFolder(FileRoot root)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Stores the bytes so that they outlive a loss of power; answers their SHA-256 in lower-case hex.</summary>
    /// <exception cref="IOException">The disk is full or failing; nothing may be acknowledged.</exception>
    public async Task<string> StoreAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var path = PathOf(sha256);
        var folder = Path.GetDirectoryName(path)!;
        FolderSync.Create(folder);
        if (!IsStored(path, content.Length))
        {
            await WriteAsync(path, content, cancellationToken);
        }

        // Also for a content that was there already: whoever put it there may not have come to this yet.
        FolderSync.Flush(folder);
        return sha256;
    }

    /// <summary>Opens a content for reading and seeking; null if it is not there.</summary>
    public FileStream? Open(string sha256)
    {
        var path = PathOf(sha256);
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public string PathOf(string sha256) => Path.Combine(root.Path, sha256[..2], sha256[2..4], sha256);

    private static bool IsStored(string path, long length) => new FileInfo(path) is { Exists: true } file && file.Length == length;

    private static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous))
            {
                await stream.WriteAsync(content, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
