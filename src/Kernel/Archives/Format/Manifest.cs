using System.Text.Json;
using System.Text.Json.Serialization;
using ServicePlatform.Data.Host;

namespace ServicePlatform.Archives.Format;

/// <summary>What an archive holds. Its form is in docs/backup.md.</summary>
/// <param name="Format">Of the archive itself; this build reads and writes <see cref="CurrentFormat"/>.</param>
/// <param name="Product">Version of the product that made it.</param>
/// <param name="Provider">Database that the site was in.</param>
/// <param name="Migrations">Version of the schema: every migration that the database had.</param>
/// <param name="LeftOut">Migrations of plugins that were not at hand, whose tables are therefore not in it.</param>
public sealed record Manifest(
    int Format,
    string Product,
    DateTime MadeAt,
    string Provider,
    ArchivedSite Site,
    IReadOnlyList<string> Migrations,
    IReadOnlyList<string> LeftOut,
    IReadOnlyList<ArchivedTable> Tables,
    ArchivedFiles Files,
    IReadOnlyList<ArchivedPart> Keys)
{
    public const int CurrentFormat = 1;

    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>The last migration, which people know the schema by.</summary>
    [JsonIgnore]
    public string Schema => Migrations.Count == 0 ? "" : Migrations.Max(StringComparer.Ordinal)!;

    [JsonIgnore]
    public long Rows => Tables.Sum(table => table.Rows);
}

/// <summary>What the host knew of the site.</summary>
public sealed record ArchivedSite(
    string Id, string Name, string Hosts, string Prefix, string Culture, string TimeZone, string Currency, string Theme, string Features, string? Recipe, DateTime CreatedAt)
{
    internal static ArchivedSite Of(SiteRow row) =>
        new(row.Id, row.Name, row.Hosts, row.Prefix, row.Culture, row.TimeZone, row.Currency, row.Theme, row.Features, row.Recipe, row.CreatedAt);
}

/// <param name="RowsHash">Independent of the order of rows and of the database: equal where the rows are.</param>
public sealed record ArchivedTable(string Name, long Rows, string RowsHash, IReadOnlyList<ArchivedColumn> Columns, ArchivedPart Part);

public sealed record ArchivedColumn(string Name, string Type);

/// <param name="Missing">Files that have a row and no content on the disk.</param>
/// <param name="Damaged">Files whose content is not what its hash says any more.</param>
/// <param name="Part">The list of contents.</param>
public sealed record ArchivedFiles(long Count, long Bytes, long Missing, long Damaged, ArchivedPart Part);

/// <param name="Bytes">Unpacked.</param>
/// <param name="Sha256">Of the unpacked bytes, lower-case hex.</param>
public sealed record ArchivedPart(string Name, long Bytes, string Sha256);
