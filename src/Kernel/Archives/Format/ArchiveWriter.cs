using System.Data.Common;
using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Archives.Values;
using ServicePlatform.Data.Migrations;
using ServicePlatform.Data.Providers;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Archives.Format;

/// <summary>
/// Writes the archive of a site while the site works: all tables as they were at one moment, then the contents of the files that they name.
/// A content is stored before its row and never rewritten, so what the rows of that moment name is there.
/// </summary>
public sealed class ArchiveWriter(SiteDatabases databases, TimeProvider time)
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    /// <summary>Version of the product.</summary>
    public static string Product { get; } = typeof(ArchiveWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <param name="site">Running or stopped.</param>
    /// <param name="target">Takes the bytes in order.</param>
    /// <param name="report">Told of rows and files.</param>
    /// <param name="cancellationToken">Stops; what was written is worth nothing then.</param>
    /// <exception cref="ArchiveException">The site cannot be archived as it is.</exception>
    public async Task<Manifest> WriteAsync(SiteRuntime site, Stream target, ArchiveReport report, CancellationToken cancellationToken)
    {
        await using var context = databases.Open(site.DbOptions);
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var known = context.Database.GetMigrations().ToList();
        if (SiteMigrator.Newer(applied, known).Count > 0 || known.Except(applied, StringComparer.Ordinal).Any())
        {
            throw new ArchiveException("archive-site-schema");
        }

        await using var connection = site.Provider.Connect(site.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await site.Provider.BeginSnapshotAsync(connection, cancellationToken);
        var plan = SitePlan.Of(context);
        var files = await FilesAsync(connection, transaction, cancellationToken);
        var total = (long)files.Count;
        foreach (var table in plan)
        {
            total += await TableRows.CountAsync(connection, transaction, table, cancellationToken);
        }

        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        var progress = new Progress(report, total);
        var tables = new List<ArchivedTable>();
        foreach (var table in plan)
        {
            tables.Add(await TableAsync(zip, connection, transaction, table, progress, cancellationToken));
        }

        await transaction.RollbackAsync(cancellationToken);
        await connection.CloseAsync();
        var contents = await ContentsAsync(zip, Path.Combine(site.Folder, "files"), files, progress, cancellationToken);
        var keys = await KeysAsync(zip, Path.Combine(site.Folder, "keys"), cancellationToken);
        var manifest = new Manifest(
            Manifest.CurrentFormat, Product, time.GetUtcNow().UtcDateTime, site.Row.Provider, ArchivedSite.Of(site.Row),
            [.. applied.Intersect(known, StringComparer.Ordinal)], [.. applied.Except(known, StringComparer.Ordinal)], tables, contents, keys);
        await ManifestAsync(zip, manifest, cancellationToken);
        return manifest;
    }

    private static async Task<ArchivedTable> TableAsync(
        ZipArchive zip, DbConnection connection, DbTransaction transaction, LoadedTable table, Progress progress, CancellationToken cancellationToken)
    {
        var name = Names.Table(table.Name);
        var rowsHash = new RowsHash();
        await using var part = new PartStream(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        using (var text = new RowText(table))
        {
            await using var rows = await TableRows.OpenAsync(connection, transaction, table, cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                var line = text.Write(rows.Values);
                rowsHash.Add(line.Span);
                part.Write(line.Span);
                part.Write(NewLine);
                await progress.AddAsync();
            }
        }

        return new ArchivedTable(
            table.Name, rowsHash.Rows, rowsHash.ToString(), [.. table.Columns.Select(column => new ArchivedColumn(column.Name, ColumnTypes.NameOf(column.Type)))],
            new ArchivedPart(name, part.Bytes, part.Sha256));
    }

    private static async Task<List<string>> FilesAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT DISTINCT \"Sha256\" FROM \"Kernel_Files\" ORDER BY \"Sha256\"";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    /// <summary>Contents are photographs and documents, which are packed already: they are stored as they are.</summary>
    private static async Task<ArchivedFiles> ContentsAsync(ZipArchive zip, string folder, List<string> files, Progress progress, CancellationToken cancellationToken)
    {
        var lines = new MemoryStream();
        var (count, bytes, missing, damaged) = (0L, 0L, 0L, 0L);
        foreach (var sha256 in files)
        {
            var path = Path.Combine(folder, sha256[..2], sha256[2..4], sha256);
            object?[] line = [sha256, -1L, null];
            if (File.Exists(path))
            {
                await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 128 * 1024, FileOptions.SequentialScan);
                await using var part = new PartStream(zip.CreateEntry(Names.File(sha256), CompressionLevel.NoCompression).Open());
                await content.CopyToAsync(part, cancellationToken);
                var actual = part.Sha256;
                line = [sha256, part.Bytes, actual == sha256 ? null : actual];
                (count, bytes, damaged) = (count + 1, bytes + part.Bytes, damaged + (actual == sha256 ? 0 : 1));
            }
            else
            {
                missing++;
            }

            lines.Write(JsonSerializer.SerializeToUtf8Bytes(line));
            lines.Write(NewLine);
            await progress.AddAsync();
        }

        lines.Position = 0;
        var list = await PartAsync(zip, Names.Files, lines, cancellationToken);
        return new ArchivedFiles(count, bytes, missing, damaged, list);
    }

    private static async Task<IReadOnlyList<ArchivedPart>> KeysAsync(ZipArchive zip, string folder, CancellationToken cancellationToken)
    {
        var parts = new List<ArchivedPart>();
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.xml").Order(StringComparer.Ordinal).ToArray() : [])
        {
            await using var content = File.OpenRead(path);
            parts.Add(await PartAsync(zip, "keys/" + Path.GetFileName(path), content, cancellationToken));
        }

        return parts;
    }

    private static async Task ManifestAsync(ZipArchive zip, Manifest manifest, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, Manifest.Json));
        var part = await PartAsync(zip, Names.Manifest, content, cancellationToken);
        using var hash = new MemoryStream(Encoding.ASCII.GetBytes(part.Sha256));
        await PartAsync(zip, Names.ManifestHash, hash, cancellationToken);
    }

    private static async Task<ArchivedPart> PartAsync(ZipArchive zip, string name, Stream content, CancellationToken cancellationToken)
    {
        await using var part = new PartStream(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        await content.CopyToAsync(part, cancellationToken);
        return new ArchivedPart(name, part.Bytes, part.Sha256);
    }
}
