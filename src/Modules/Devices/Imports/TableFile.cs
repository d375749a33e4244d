using CsvHelper;
using ServicePlatform.Commands;

namespace ServicePlatform.Devices.Imports;

/// <summary>A table as it was uploaded: headers and rows of cells.</summary>
/// <param name="Encoding">UTF-8 or GB18030.</param>
/// <param name="Delimiter">Comma, semicolon or tab.</param>
internal sealed record TableFile(string Encoding, char Delimiter, IReadOnlyList<string> Headers, IReadOnlyList<TableRow> Rows)
{
    public const int MostRows = 100_000;
    public const int MostColumns = 100;
    private const int LongestCell = 4000;
    private static readonly char[] Delimiters = [',', ';', '\t'];

    /// <summary>Fails on <c>File</c> with what is wrong with the file as a whole.</summary>
    public static Result<TableFile> Read(byte[] bytes)
    {
        if (TableText.Decode(bytes) is not { } decoded)
        {
            return Failure.Invalid("File", "devices.import-encoding");
        }

        try
        {
            return Read(decoded, FindDelimiter(decoded.Text));
        }
        catch (CsvFormatException)
        {
            return Failure.Invalid("File", "devices.import-quotes");
        }
    }

    private static Result<TableFile> Read(DecodedText decoded, char delimiter)
    {
        var isOpenEnded = false;
        using var reader = Reader(decoded.Text, delimiter, record => isOpenEnded |= record.Reason == CsvMalformedReason.UnterminatedQuote);
        var headers = reader.Headers;
        if (headers.All(string.IsNullOrWhiteSpace))
        {
            return Failure.Invalid("File", "devices.import-empty");
        }

        if (headers.Count is < 2 or > MostColumns)
        {
            return Failure.Invalid("File", "devices.import-no-columns");
        }

        var rows = new List<TableRow>();
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToArray();
            if (isOpenEnded || cells.Any(cell => cell.Length > LongestCell))
            {
                return Failure.Invalid("File", "devices.import-quotes");
            }

            if (rows.Count == MostRows)
            {
                return Failure.Invalid("File", "devices.import-too-long", MostRows);
            }

            if (!cells.All(string.IsNullOrWhiteSpace))
            {
                rows.Add(new TableRow((int)reader.LineNumber, cells));
            }
        }

        return rows.Count == 0
            ? Failure.Invalid("File", "devices.import-empty")
            : new TableFile(decoded.Encoding, delimiter, [.. headers.Select(header => header.Trim())], rows);
    }

    /// <summary>The sign that parts the first line into the most cells.</summary>
    private static char FindDelimiter(string text) => Delimiters.MaxBy(delimiter =>
    {
        using var reader = Reader(text, delimiter, null);
        return reader.Headers.Count;
    });

    private static CsvReader Reader(string text, char delimiter, Action<CsvMalformedRecord>? onMalformed) =>
        CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = delimiter,
            TrackLineNumbers = true,
            OnMalformedRecord = onMalformed,
        });
}

/// <param name="Line">Line of the file at which the row starts, 1 for the headers.</param>
internal sealed record TableRow(int Line, IReadOnlyList<string> Cells);
