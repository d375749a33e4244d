using System.Globalization;
using CsvHelper;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Devices.Imports;

/// <summary>Writes the rows that were left out as a table, each with its line and what is wrong with it, to be mended and brought again.</summary>
internal sealed class ProblemFile(IStringLocalizer<Texts> texts)
{
    /// <summary>UTF-8 with its mark, which spreadsheets need to read Chinese.</summary>
    public byte[] Write(TableFile table, IReadOnlyCollection<RowProblem> problems)
    {
        using var memory = new MemoryStream();
        using (var writer = CsvWriter.Create(memory, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true))
        {
            Write(writer, [.. table.Headers, texts["Import.Line"], texts["Import.Problem"]]);
            var byLine = problems.ToLookup(problem => problem.Line);
            foreach (var row in table.Rows.Where(row => byLine.Contains(row.Line)))
            {
                Write(writer, [.. Padded(row.Cells, table.Headers.Count), row.Line.ToString(CultureInfo.InvariantCulture), string.Join(' ', byLine[row.Line].Select(Describe))]);
            }
        }

        return memory.ToArray();
    }

    public string Describe(RowProblem problem)
    {
        var words = problem.Words ?? texts["Problem." + problem.Code, problem.Arguments];
        return problem.Column is { } column ? texts["Problem.Of", texts["Column." + column].Value, words] : words;
    }

    /// <summary>One line; nothing in it runs in a spreadsheet.</summary>
    public static void Write(CsvWriter writer, IEnumerable<string> cells) => writer.WriteRecord([.. cells.Select(cell => IsNumber(cell) ? cell : Inert(cell))]);

    /// <summary>A phone or a figure with its sign is no formula.</summary>
    private static bool IsNumber(string cell) => cell.Length > 1 && cell[0] is '+' or '-' && cell.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>A spreadsheet would run a cell that begins like a formula; with a quote before it, it stays text.</summary>
    public static string Inert(string cell) => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠' ? "'" + cell : cell;

    /// <summary>The cell as it was before <see cref="Inert"/>, so that a mended table can be brought again.</summary>
    public static string Plain(string cell) => cell.Length > 1 && cell[0] == '\'' && Inert(cell[1..]) == cell ? cell[1..] : cell;

    private static IEnumerable<string> Padded(IReadOnlyList<string> cells, int count) => cells.Take(count).Concat(Enumerable.Repeat("", Math.Max(0, count - cells.Count)));
}
