using System.Text.Json;

namespace ServicePlatform.Archives.Backups;

/// <summary>What a list shows of an archive, in a file beside it, so that nobody has to open gigabytes for a line. It holds for the file as it was then.</summary>
/// <param name="Bytes">Of the archive.</param>
/// <param name="WrittenAt">Last write of the archive.</param>
/// <param name="SiteName">Null where it is no archive that can be read.</param>
internal sealed record BackupNote(long Bytes, DateTime WrittenAt, DateTime MadeAt, string? SiteName, long? Rows)
{
    public const string Ending = ".about.json";

    /// <summary>Null where there is none, or the archive has changed since.</summary>
    public static BackupNote? Read(FileInfo archive)
    {
        try
        {
            var note = JsonSerializer.Deserialize<BackupNote>(File.ReadAllBytes(archive.FullName + Ending));
            return note?.Bytes == archive.Length && note.WrittenAt == archive.LastWriteTimeUtc ? note : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>A folder that cannot be written costs time only.</summary>
    public static void Write(FileInfo archive, BackupNote note)
    {
        try
        {
            var part = $"{archive.FullName}{Ending}.{Guid.NewGuid():N}.part";
            File.WriteAllBytes(part, JsonSerializer.SerializeToUtf8Bytes(note));
            File.Move(part, archive.FullName + Ending, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next list opens the archive again.
        }
    }
}
