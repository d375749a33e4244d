using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Devices.Imports;
using ServicePlatform.Tasks;
using ServicePlatform.Ui;

namespace ServicePlatform.Devices.Screens;

internal sealed class UploadForm
{
    public Guid? PrincipalId { get; set; }

    public IFormFile? File { get; set; }

    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Principals { get; set; } = [];
}

internal sealed class ColumnsForm
{
    public List<string?> Columns { get; set; } = [];

    public int Version { get; set; }
}

/// <summary>An import with the first rows of what it would do.</summary>
internal sealed class ImportPage(ImportDetail detail, ProblemFile problems, IStringLocalizer<Texts> texts)
{
    /// <summary>From this many rows on the import takes long enough to say so.</summary>
    private const int Long = 5000;
    private const int Shown = 50;

    public Import Import => detail.Import;

    public TableFile? Table => detail.Checked?.Table;

    public ImportPlan? Plan => detail.Checked?.Plan;

    /// <summary>How its last run stands or ended; null before there is one.</summary>
    public LongTaskState? Task => detail.Task;

    public WatchedImport Watched => new(Import.Id, Import.State, Task);

    public int Taken => Import.CustomersCreated + Import.CustomersChanged;

    public bool IsLong => Import.Rows >= Long;

    /// <summary>What each column of the file can be taken for.</summary>
    public IReadOnlyList<SelectListItem> Meanings { get; } =
        [new SelectListItem(texts["Import.NoMeaning"], ""), .. Enum.GetValues<ImportColumn>().Select(column => new SelectListItem(texts["Column." + column], column.ToString())),
            .. detail.Fields.Select(pair => new SelectListItem(
                texts[pair.Key.StartsWith(ColumnMap.OfCustomer, StringComparison.Ordinal) ? "Import.FieldOfCustomer" : "Import.FieldOfMachine", pair.Value.LocalName], pair.Key))];

    public string MeaningOf(int place) => Import.Map.MeaningOf(place);

    /// <summary>The first value that stands in a column.</summary>
    public string SampleOf(int place) =>
        Table!.Rows.Take(Shown).Select(row => place < row.Cells.Count ? row.Cells[place] : "").FirstOrDefault(cell => !string.IsNullOrWhiteSpace(cell), "");

    /// <summary>The first rows with what becomes of them; refused ones come first, since they need a hand.</summary>
    public IReadOnlyList<PreviewRow> Rows()
    {
        var byLine = Plan!.Problems.ToLookup(problem => problem.Line);
        var customers = Plan.Customers.SelectMany(customer => customer.Lines.Select(line => (line, customer))).ToDictionary(pair => pair.line, pair => pair.customer);
        return [.. Table!.Rows
            .OrderByDescending(row => byLine.Contains(row.Line)).ThenBy(row => row.Line)
            .Take(Shown)
            .Select(row => new PreviewRow(
                row.Line,
                Import.Map.Value(row.Cells, ImportColumn.CustomerName),
                Import.Map.Value(row.Cells, ImportColumn.Serial),
                byLine.Contains(row.Line) ? RowOutcome.Refuse : customers[row.Line].Outcome,
                customers.GetValueOrDefault(row.Line)?.Machines.FirstOrDefault(machine => machine.Line == row.Line),
                [.. byLine[row.Line].Select(problems.Describe)]))];
    }
}

/// <param name="Machine">The machine that the row names, or null.</param>
internal sealed record PreviewRow(int Line, string Customer, string Serial, RowOutcome Outcome, PlannedMachine? Machine, IReadOnlyList<string> Problems)
{
    public Tone Tone => Outcome switch
    {
        RowOutcome.Refuse => Tone.Bad,
        RowOutcome.Create => Tone.Good,
        RowOutcome.Change => Tone.Info,
        _ => Tone.Neutral,
    };
}
