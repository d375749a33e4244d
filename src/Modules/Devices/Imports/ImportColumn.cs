namespace ServicePlatform.Devices.Imports;

/// <summary>What a column of the file can mean.</summary>
internal enum ImportColumn
{
    CustomerCode,
    CustomerName,
    Gender,
    Phone,
    OtherPhone,
    HouseholdSize,
    DivisionCode,
    Address,
    Compound,
    AddressDetail,
    CustomerNote,
    Serial,
    ModelCode,
    CategoryCode,
    Maker,
    SoldOn,
    SaleChannel,
    InstalledOn,
    LitresPerDay,
    MachineNote,
}

/// <summary>Which column of the file holds what; columns that mean nothing are left out.</summary>
/// <param name="Fields">Columns of the site's own fields, by <c>customer.code</c> or <c>machine.code</c>.</param>
internal sealed record ColumnMap(IReadOnlyDictionary<ImportColumn, int> Places, IReadOnlyDictionary<string, int>? Fields = null)
{
    /// <summary>Begins the meaning of a column that holds a field of the customer.</summary>
    public const string OfCustomer = "customer.";

    /// <summary>Begins the meaning of a column that holds a field of the machine.</summary>
    public const string OfMachine = "machine.";

    private IReadOnlyDictionary<string, int> Own => Fields ?? NoFields;

    private static IReadOnlyDictionary<string, int> NoFields { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    public static ColumnMap Empty { get; } = new(new Dictionary<ImportColumn, int>());

    /// <summary>What a row can be read from at least: who it is about.</summary>
    public bool IsEnough => Places.ContainsKey(ImportColumn.CustomerName) && (Places.ContainsKey(ImportColumn.Phone) || Places.ContainsKey(ImportColumn.CustomerCode));

    public bool HasMachines => Places.Keys.Any(column => column >= ImportColumn.Serial);

    /// <summary>Reads meanings in the order of the columns; what means nothing is left out, and of two that mean the same the first counts.</summary>
    public static ColumnMap Of(IReadOnlyList<string?> meanings)
    {
        var places = new Dictionary<ImportColumn, int>();
        var fields = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < meanings.Count; place++)
        {
            if (ColumnOf(meanings[place]) is { } column)
            {
                places.TryAdd(column, place);
            }
            else if (IsField(meanings[place]))
            {
                fields.TryAdd(meanings[place]!, place);
            }
        }

        return new ColumnMap(places, fields);
    }

    public static ImportColumn? ColumnOf(string? meaning) => Enum.TryParse<ImportColumn>(meaning, out var column) && Enum.IsDefined(column) ? column : null;

    public static bool IsField(string? meaning) =>
        meaning is not null && (meaning.StartsWith(OfCustomer, StringComparison.Ordinal) || meaning.StartsWith(OfMachine, StringComparison.Ordinal));

    /// <summary>What a column of the file means: a name of <see cref="ImportColumn"/>, a field, or nothing.</summary>
    public string MeaningOf(int place) =>
        Places.Where(pair => pair.Value == place).Select(pair => pair.Key.ToString())
            .Concat(Own.Where(pair => pair.Value == place).Select(pair => pair.Key))
            .FirstOrDefault("");

    /// <summary>Columns that hold a field of this kind, by the field's code.</summary>
    public IEnumerable<(string Code, int Place)> FieldsOf(string kind) =>
        Own.Where(pair => pair.Key.StartsWith(kind, StringComparison.Ordinal)).Select(pair => (pair.Key[kind.Length..], pair.Value));

    public static string Cell(IReadOnlyList<string> cells, int place) => place < cells.Count ? ProblemFile.Plain(cells[place]).Trim() : "";

    public string Value(IReadOnlyList<string> cells, ImportColumn column) =>
        Places.TryGetValue(column, out var place) ? Cell(cells, place) : "";
}
