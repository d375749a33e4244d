using Microsoft.EntityFrameworkCore;
using ServicePlatform.Archives.Format;
using ServicePlatform.Archives.Values;
using ServicePlatform.Data.Files;
using ServicePlatform.Data.Providers;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Archives.Work;

/// <summary>
/// Makes a place for a site out of an archive: a folder and a database of their own, which nobody uses before all of it is there and compared.
/// What fails or is killed on the way has touched nothing that was there before.
/// </summary>
public sealed class SiteRestorer(SiteDatabases databases, SiteRegistry registry, IEnumerable<IDatabaseProvider> providers)
{
    private const string Mark = "restore-unfinished";

    /// <summary>Migrations of this build.</summary>
    public IReadOnlyList<string> Known()
    {
        // A context knows its migrations without a database.
        using var context = databases.Open(providers.First(provider => provider.Name == "Sqlite"), "Data Source=:memory:");
        return context.Database.GetMigrations().ToList();
    }

    /// <param name="archive">Of any database.</param>
    /// <param name="place">A folder that is not there yet, and a database that is not there or empty.</param>
    /// <param name="report">Told of rows and files.</param>
    /// <param name="cancellationToken">Stops; nothing is left of it then but perhaps an unfinished database on a server.</param>
    /// <param name="filled">
    /// Called when everything is there and compared, before the place stops being marked as unfinished; where it throws nothing is left. Whoever
    /// remembers this moment goes on with <see cref="FinishAsync"/> after a kill; whoever does not begins anew.
    /// </param>
    /// <exception cref="ArchiveException">The archive cannot be restored, or not there.</exception>
    public async Task RestoreAsync(ArchiveReader archive, SitePlace place, ArchiveReport report, CancellationToken cancellationToken, Func<Task>? filled = null)
    {
        var folder = registry.FolderOf(place.Folder!);
        using var turn = DatabaseTurn.Begin(registry, ProviderOf(place), registry.Resolve(place.Provider, place.Connection, folder));
        await archive.VerifyAsync(Known(), report, cancellationToken);
        CheckRoom(archive.Manifest, folder);
        Begin(folder);
        try
        {
            var progress = new Progress(report, archive.Manifest.Rows + archive.Files.Count);
            await ContentsAsync(archive, folder, progress, cancellationToken);
            await RowsAsync(archive, place, folder, progress, cancellationToken);
            await (filled?.Invoke() ?? Task.CompletedTask);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }

        await FinishAsync(place, cancellationToken);
    }

    /// <summary>Whether there is something that <see cref="FinishAsync"/> could end.</summary>
    public bool IsThere(SitePlace place) => Directory.Exists(registry.FolderOf(place.Folder!));

    /// <summary>Ends a restore that was killed after everything was there; may be repeated.</summary>
    public async Task FinishAsync(SitePlace place, CancellationToken cancellationToken)
    {
        var folder = registry.FolderOf(place.Folder!);
        var connection = registry.Resolve(place.Provider, place.Connection, folder);
        await using (var database = new NewDatabase(databases, ProviderOf(place), connection, ""))
        {
            await database.ReleaseAsync(cancellationToken);
        }

        ProviderOf(place).CloseIdleConnections(connection);
        File.Delete(Path.Combine(folder, Mark));
        FolderSync.Flush(folder);
    }

    private IDatabaseProvider ProviderOf(SitePlace place) => providers.Single(candidate => candidate.Name == place.Provider);

    private static void Begin(string folder)
    {
        if (File.Exists(Path.Combine(folder, Mark)))
        {
            // Left behind by a host that was killed.
            Directory.Delete(folder, recursive: true);
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new ArchiveException("archive-folder", folder);
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, Mark), "");
    }

    private static void CheckRoom(Manifest manifest, string folder)
    {
        var needed = manifest.Files.Bytes + (manifest.Tables.Sum(table => table.Part.Bytes) * 2);
        var drive = new DriveInfo(Path.GetDirectoryName(folder)!);
        if (drive.AvailableFreeSpace < needed)
        {
            throw new ArchiveException("archive-room", needed / (1024 * 1024), drive.AvailableFreeSpace / (1024 * 1024));
        }
    }

    private static async Task ContentsAsync(ArchiveReader archive, string folder, Progress progress, CancellationToken cancellationToken)
    {
        foreach (var name in archive.Manifest.Keys.Select(key => key.Name).Concat(archive.Files))
        {
            // Names were checked against their few forms: none leads out of the folder.
            var path = Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var part = archive.OpenPart(name);
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 128 * 1024);
            await part.CopyToAsync(file, 128 * 1024, cancellationToken);
            file.Flush(flushToDisk: true);
            await progress.AddAsync();
        }

        foreach (var made in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories))
        {
            FolderSync.Flush(made);
        }
    }

    private async Task RowsAsync(ArchiveReader archive, SitePlace place, string folder, Progress progress, CancellationToken cancellationToken)
    {
        var provider = ProviderOf(place);
        var connection = registry.Resolve(place.Provider, place.Connection, folder);
        try
        {
            await using var database = new NewDatabase(databases, provider, connection, Path.Combine(folder, "migration.lock"));
            await database.PrepareAsync(archive.Manifest.Migrations.ToHashSet(StringComparer.Ordinal), archive.Tables, cancellationToken);
            foreach (var table in archive.Tables)
            {
                await TableAsync(archive, database, table, progress, cancellationToken);
            }

            await database.CompleteAsync([.. archive.Manifest.Tables.Zip(archive.Tables, (told, table) => new ExpectedTable(table, told.Rows, told.RowsHash))], cancellationToken);
        }
        catch (FormatException exception)
        {
            throw new ArchiveException(exception, "archive-altered", exception.Message);
        }
        catch (InvalidDataException exception)
        {
            throw new ArchiveException(exception, "archive-references", exception.Message);
        }
        finally
        {
            provider.CloseIdleConnections(connection);
        }
    }

    private static async Task TableAsync(ArchiveReader archive, NewDatabase database, LoadedTable table, Progress progress, CancellationToken cancellationToken)
    {
        await using var part = archive.OpenPart(Names.Table(table.Name));
        await using var lines = new RowLines(part);
        await using var rows = await database.OpenAsync(table, cancellationToken);
        using var text = new RowText(table);
        var values = new object?[table.Columns.Count];
        while (await lines.NextAsync(cancellationToken) is { } line)
        {
            text.Read(line.Span, values);
            await rows.WriteAsync(values, cancellationToken);
            await progress.AddAsync();
        }

        await rows.CompleteAsync(cancellationToken);
    }
}
