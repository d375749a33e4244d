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
internal sealed record ColumnMap(IReadOnlyDictionary<ImportColumn, int> Places)
{
    public static ColumnMap Empty { get; } = new(new Dictionary<ImportColumn, int>());

    /// <summary>What a row can be read from at least: who it is about.</summary>
    public bool IsEnough => Places.ContainsKey(ImportColumn.CustomerName) && (Places.ContainsKey(ImportColumn.Phone) || Places.ContainsKey(ImportColumn.CustomerCode));

    public bool HasMachines => Places.Keys.Any(column => column >= ImportColumn.Serial);

    public string Value(IReadOnlyList<string> cells, ImportColumn column) =>
        Places.TryGetValue(column, out var place) && place < cells.Count ? ProblemFile.Plain(cells[place]).Trim() : "";
}
