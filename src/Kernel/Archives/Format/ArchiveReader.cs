using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ServicePlatform.Archives.Values;
using ServicePlatform.Data.Providers;

namespace ServicePlatform.Archives.Format;

/// <summary>Reads an archive. Nothing of it is believed before it was checked: names, sizes, hashes.</summary>
public sealed class ArchiveReader : IDisposable
{
    private const int LargestManifest = 16 * 1024 * 1024;
    private const int LargestKey = 1024 * 1024;

    /// <summary>Rows hold identifiers, which hardly shrink; what unpacks to more is made to fill a disk.</summary>
    private const int LargestRatio = 200;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;

    private ArchiveReader(ZipArchive zip, Dictionary<string, ZipArchiveEntry> entries, Manifest manifest)
    {
        (_zip, _entries, Manifest) = (zip, entries, manifest);
        Tables = [.. manifest.Tables.Select(table => new LoadedTable(table.Name, [.. table.Columns.Select(column => new LoadedColumn(column.Name, ColumnTypes.Find(column.Type)!))]))];
    }

    public Manifest Manifest { get; }

    internal IReadOnlyList<LoadedTable> Tables { get; }

    /// <summary>Contents, from the list of the archive; filled by <see cref="VerifyAsync"/>.</summary>
    internal IReadOnlyList<string> Files { get; private set; } = [];

    /// <summary>Opens an archive and reads its manifest.</summary>
    /// <param name="content">Can seek; closed with the reader.</param>
    /// <exception cref="ArchiveException">It is none, or of a newer format.</exception>
    public static ArchiveReader Open(Stream content)
    {
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: false, Encoding.UTF8);
            var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
            foreach (var entry in zip.Entries)
            {
                if (!Names.IsAllowed(entry.FullName) || !entries.TryAdd(entry.FullName, entry))
                {
                    throw new ArchiveException("archive-part", Short(entry.FullName));
                }
            }

            return new ArchiveReader(zip, entries, ReadManifest(entries));
        }
        catch (Exception exception)
        {
            zip?.Dispose();
            content.Dispose();
            throw exception is ArchiveException ? exception
                : exception is InvalidDataException or JsonException or IOException ? new ArchiveException(exception, "archive-none")
                : exception;
        }
    }

    /// <summary>Reads the whole archive and compares every part with its hash.</summary>
    /// <param name="known">Migrations of this build.</param>
    /// <param name="report">May stop it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="ArchiveException">Something is missing, altered, too much, or newer than this build.</exception>
    public async Task VerifyAsync(IReadOnlyCollection<string> known, ArchiveReport report, CancellationToken cancellationToken)
    {
        if (Manifest.Migrations.Except(known, StringComparer.Ordinal).ToList() is { Count: > 0 } newer)
        {
            throw new ArchiveException("archive-newer", Manifest.Product, string.Join(", ", newer.Take(3)));
        }

        var expected = new HashSet<string>(StringComparer.Ordinal) { Names.Manifest, Names.ManifestHash };
        foreach (var part in Manifest.Tables.Select(table => table.Part).Concat(Manifest.Keys).Append(Manifest.Files.Part))
        {
            expected.Add(part.Name);
            await CheckAsync(part, cancellationToken);
            await report(0, Manifest.Rows + Manifest.Files.Count);
        }

        var files = new List<string>();
        foreach (var file in await ListAsync(cancellationToken))
        {
            expected.Add(file.Name);
            files.Add(file.Name);
            await CheckAsync(file, cancellationToken);
            await report(0, Manifest.Rows + Manifest.Files.Count);
        }

        if (_entries.Keys.FirstOrDefault(name => !expected.Contains(name)) is { } extra)
        {
            throw new ArchiveException("archive-part", Short(extra));
        }

        Files = files;
    }

    /// <summary>Opens a part; it gives no more bytes than its entry says.</summary>
    internal PartStream OpenPart(string name)
    {
        var entry = _entries.GetValueOrDefault(name) ?? throw new ArchiveException("archive-cut", Short(name));
        return new PartStream(entry.Open(), entry.Length);
    }

    public void Dispose() => _zip.Dispose();

    private static Manifest ReadManifest(Dictionary<string, ZipArchiveEntry> entries)
    {
        var text = ReadSmall(entries, Names.Manifest, LargestManifest);
        using (var form = JsonDocument.Parse(text))
        {
            if (form.RootElement.TryGetProperty("format", out var format) && format.TryGetInt32(out var number) && number > Manifest.CurrentFormat)
            {
                var product = form.RootElement.TryGetProperty("product", out var version) ? version.ToString() : "?";
                throw new ArchiveException("archive-newer", Short(product), $"format {number}");
            }
        }

        var hash = Encoding.ASCII.GetString(ReadSmall(entries, Names.ManifestHash, 64));
        if (hash != Convert.ToHexStringLower(SHA256.HashData(text)))
        {
            throw new ArchiveException("archive-altered", Names.Manifest);
        }

        var manifest = JsonSerializer.Deserialize<Manifest>(text, Manifest.Json) ?? throw new ArchiveException("archive-none");
        var isRight = manifest.Format == Manifest.CurrentFormat
            && manifest.Tables.All(table => table.Part.Name == Names.Table(table.Name) && Names.IsColumn(table.Name) && table.Columns.Count > 0 && table.Columns.All(IsRight))
            && manifest.Keys.All(key => Names.IsKey(key.Name) && key.Bytes <= LargestKey)
            && manifest.Files.Part.Name == Names.Files;
        return isRight ? manifest : throw new ArchiveException("archive-altered", Names.Manifest);
    }

    private static bool IsRight(ArchivedColumn column) => Names.IsColumn(column.Name) && ColumnTypes.Find(column.Type) is not null;

    private static byte[] ReadSmall(Dictionary<string, ZipArchiveEntry> entries, string name, int most)
    {
        if (!entries.TryGetValue(name, out var entry) || entry.Length > most)
        {
            throw new ArchiveException("archive-none");
        }

        using var part = new PartStream(entry.Open(), most);
        using var content = new MemoryStream();
        part.CopyTo(content);
        return content.ToArray();
    }

    private async Task CheckAsync(ArchivedPart part, CancellationToken cancellationToken)
    {
        if (!_entries.TryGetValue(part.Name, out var entry))
        {
            throw new ArchiveException("archive-cut", Short(part.Name));
        }

        if (entry.Length != part.Bytes)
        {
            throw new ArchiveException("archive-altered", part.Name);
        }

        if (entry.Length > (entry.CompressedLength * LargestRatio) + 65536)
        {
            throw new ArchiveException("archive-bomb", part.Name);
        }

        try
        {
            await using var content = new PartStream(entry.Open(), part.Bytes);
            await content.CopyToAsync(Stream.Null, 128 * 1024, cancellationToken);
            if (content.Bytes != part.Bytes || content.Sha256 != part.Sha256)
            {
                throw new ArchiveException("archive-altered", part.Name);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            throw new ArchiveException(exception, "archive-altered", part.Name);
        }
    }

    private async Task<List<ArchivedPart>> ListAsync(CancellationToken cancellationToken)
    {
        var found = new List<ArchivedPart>();
        await using var content = OpenPart(Names.Files);
        using var lines = new StreamReader(content, Encoding.UTF8);
        try
        {
            while (await lines.ReadLineAsync(cancellationToken) is { } line)
            {
                var values = JsonSerializer.Deserialize<JsonElement[]>(line)!;
                var (sha256, bytes) = (values[0].GetString()!, values[1].GetInt64());
                if (!Names.IsHash(sha256))
                {
                    throw new ArchiveException("archive-altered", Names.Files);
                }

                if (bytes >= 0)
                {
                    found.Add(new ArchivedPart(Names.File(sha256), bytes, values[2].GetString() ?? sha256));
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or IndexOutOfRangeException or FormatException)
        {
            throw new ArchiveException(exception, "archive-altered", Names.Files);
        }

        return found;
    }

    private static string Short(string text) => new([.. text.Take(80).Where(letter => !char.IsControl(letter))]);
}
