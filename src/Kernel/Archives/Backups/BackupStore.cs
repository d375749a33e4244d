using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using ServicePlatform.Archives.Format;
using ServicePlatform.Commands;
using ServicePlatform.Data.Files;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Archives.Backups;

/// <summary>An archive that is kept.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="SiteId">From the name.</param>
/// <param name="Sha256">Of the file, as it was when it was written; null where nobody has noted it.</param>
/// <param name="Manifest">Null where the file is no archive that can be read.</param>
/// <param name="Fault">Why it cannot be read.</param>
public sealed record Backup(string Name, string SiteId, DateTime MadeAt, long Bytes, string? Sha256, Manifest? Manifest, Failure? Fault);

/// <summary>An archive in a list.</summary>
/// <param name="SiteName">Null where the file is no archive that can be read.</param>
public sealed record BackupLine(string Name, string SiteId, DateTime MadeAt, long Bytes, string? Sha256, string? SiteName, long? Rows);

/// <summary>
/// The folder <c>backups</c> of the data folder: an archive a file, with its hash beside it as <c>sha256sum</c> writes it. Archives may be put
/// there and taken away by hand.
/// </summary>
public sealed partial class BackupStore(IOptions<PlatformOptions> options, SiteBackups backups, TimeProvider time)
{
    private const string Nightly = "-nightly";
    private const string Uploaded = "-uploaded";

    private string Folder => Path.GetFullPath(Path.Combine(options.Value.DataFolder, "backups"));

    /// <summary>The newest first. An archive is opened once; what lists show of it is noted beside it.</summary>
    /// <param name="siteId">Those of this site; null for all.</param>
    public IReadOnlyList<BackupLine> List(string? siteId = null) => !Directory.Exists(Folder) ? [] :
        Directory.GetFiles(Folder, siteId is null ? "*.zip" : siteId + "_*.zip").Select(path => Line(Path.GetFileName(path))).OfType<BackupLine>()
            .Where(line => siteId is null || line.SiteId == siteId).OrderByDescending(line => line.MadeAt).ToList();

    private BackupLine? Line(string name)
    {
        if (PathOf(name) is not { } path)
        {
            return null;
        }

        var file = new FileInfo(path);
        if (BackupNote.Read(file) is { } noted)
        {
            return new BackupLine(name, NameForm().Match(name).Groups["site"].Value, noted.MadeAt, file.Length, HashOf(path), noted.SiteName, noted.Rows);
        }

        if (Find(name) is not { } backup)
        {
            return null;
        }

        BackupNote.Write(file, new BackupNote(file.Length, file.LastWriteTimeUtc, backup.MadeAt, backup.Manifest?.Site.Name, backup.Manifest?.Rows));
        return new BackupLine(name, backup.SiteId, backup.MadeAt, backup.Bytes, backup.Sha256, backup.Manifest?.Site.Name, backup.Manifest?.Rows);
    }

    /// <summary>Null if there is none of that name, or it is no name of a back-up.</summary>
    public Backup? Find(string name)
    {
        if (PathOf(name) is not { } path)
        {
            return null;
        }

        var (file, form) = (new FileInfo(path), NameForm().Match(name));
        var site = form.Groups["site"].Value;
        try
        {
            using var archive = ArchiveReader.Open(File.OpenRead(path));
            return new Backup(name, site, archive.Manifest.MadeAt, file.Length, HashOf(path), archive.Manifest, null);
        }
        catch (ArchiveException exception)
        {
            return new Backup(name, site, DateTime.SpecifyKind(file.LastWriteTimeUtc, DateTimeKind.Utc), file.Length, HashOf(path), null, exception.Failure);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Path of the file; null if there is none.</summary>
    public string? PathOf(string name)
    {
        var path = NameForm().IsMatch(name) ? Path.Combine(Folder, name) : null;
        return path is not null && File.Exists(path) ? path : null;
    }

    /// <summary>Backs a site up.</summary>
    /// <param name="isNightly">One of those of which the oldest are removed.</param>
    /// <returns>Name of the file.</returns>
    /// <exception cref="ArchiveException">The site cannot be archived as it is.</exception>
    public async Task<string> MakeAsync(SiteRuntime site, bool isNightly, ArchiveReport report, CancellationToken cancellationToken)
    {
        FolderSync.Create(Folder);
        var part = Path.Combine(Folder, $"{site.Id}_{Guid.NewGuid():N}.part");
        try
        {
            var sha256 = await backups.WriteAsync(site, part, report, cancellationToken);
            return Keep(part, site.Id, sha256, isNightly ? Nightly : "");
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Keeps an archive that was made elsewhere, if it is one.</summary>
    /// <returns>Name of the file.</returns>
    /// <exception cref="ArchiveException">It is none.</exception>
    public async Task<string> TakeAsync(Stream content, CancellationToken cancellationToken)
    {
        FolderSync.Create(Folder);
        var part = Path.Combine(Folder, $"upload_{Guid.NewGuid():N}.part");
        try
        {
            string sha256;
            await using (var file = new PartStream(new FileStream(part, FileMode.CreateNew, FileAccess.Write)))
            {
                await content.CopyToAsync(file, cancellationToken);
                await file.FlushAsync(cancellationToken);
                sha256 = file.Sha256;
            }

            using (var archive = ArchiveReader.Open(File.OpenRead(part)))
            {
                var site = archive.Manifest.Site.Id;
                return Keep(part, SiteForm().IsMatch(site) ? site : throw new ArchiveException("archive-none"), sha256, Uploaded);
            }
        }
        finally
        {
            File.Delete(part);
        }
    }

    public void Delete(string name)
    {
        if (PathOf(name) is { } path)
        {
            File.Delete(path);
            File.Delete(path + ".sha256");
            File.Delete(path + BackupNote.Ending);
        }
    }

    /// <summary>Removes the oldest nightly back-ups of a site, and what was left half by a host that was killed.</summary>
    /// <param name="keep">How many stay.</param>
    public void Prune(string siteId, int keep)
    {
        var nightly = Directory.GetFiles(Folder, siteId + "_*" + Nightly + "*.zip").Select(path => Path.GetFileName(path)!)
            .Where(name => NameForm().Match(name).Groups["site"].Value == siteId)
            .OrderDescending(StringComparer.Ordinal);
        foreach (var name in nightly.Skip(keep))
        {
            Delete(name);
        }

        foreach (var left in Directory.GetFiles(Folder, "*.part").Where(path => File.GetLastWriteTimeUtc(path) < time.GetUtcNow().UtcDateTime.AddDays(-1)))
        {
            File.Delete(left);
        }
    }

    private string Keep(string part, string siteId, string sha256, string ending)
    {
        var stamp = time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        for (var number = 1; ; number++)
        {
            var name = $"{siteId}_{stamp}{ending}{(number == 1 ? "" : "-" + number.ToString(CultureInfo.InvariantCulture))}.zip";
            var path = Path.Combine(Folder, name);
            try
            {
                File.Move(part, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path) && number < 100)
            {
                continue;
            }

            File.WriteAllText(path + ".sha256", $"{sha256}  {name}\n");
            FolderSync.Flush(Folder);
            return name;
        }
    }

    private static string? HashOf(string path)
    {
        try
        {
            var line = File.ReadAllText(path + ".sha256");
            return line.Length > 64 ? line[..64] : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^(?<site>[a-z][a-z0-9-]{0,31})_[0-9]{8}-[0-9]{6}[a-z0-9-]{0,20}\.zip\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameForm();

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,31}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SiteForm();
}
