using ServicePlatform.Crm.Contracts;
using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.Devices.Imports;

/// <summary>What one row of the file says, once its cells are understood.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Machine">Null where the row names none.</param>
internal sealed record ImportRow(int Line, CustomerCells Customer, MachineCells? Machine);

/// <summary>A customer as the row names him; null for what it does not say.</summary>
/// <param name="Fields">Stored values of the site's own fields by code; empty cells are left out.</param>
/// <param name="Phones">E.164, the first one is the main one.</param>
internal sealed record CustomerCells(string? Code, string Name, Gender? Gender, IReadOnlyList<string> Phones, int? HouseholdSize, AddressCells? Address, string? Note, IReadOnlyDictionary<string, string?>? Fields = null)
{
    /// <summary>Rows with the same key are about the same customer.</summary>
    public string Key => Code is not null ? "c:" + Code : $"p:{Phones[0]}|{Name}";
}

internal sealed record AddressCells(string DivisionCode, string? Compound, string Street, string? Detail)
{
    public bool IsAt(AddressInput address) =>
        address.DivisionCode == DivisionCode && address.Street == Street && (address.CompoundName ?? "") == (Compound ?? "") && (address.Detail ?? "") == (Detail ?? "");

    public AddressInput ToInput() => new(null, DivisionCode, Compound, Street, Detail, null);
}

internal sealed record MachineCells(
    string? Serial,
    string? ModelCode,
    string? CategoryCode,
    string? Maker,
    DateOnly? SoldOn,
    SaleChannel SaleChannel,
    DateOnly? InstalledOn,
    double? LitresPerDay,
    string? Note,
    IReadOnlyDictionary<string, string?>? Fields = null)
{
    /// <summary>Tells machines without a serial of the same customer apart.</summary>
    public string Traits => TraitsOf(ModelCode, Maker, SoldOn, InstalledOn);

    public static string TraitsOf(string? modelCode, string? maker, DateOnly? soldOn, DateOnly? installedOn) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{modelCode}|{maker}|{soldOn:yyyyMMdd}|{installedOn:yyyyMMdd}");
}

/// <summary>Why a row cannot be taken.</summary>
/// <param name="Column">The column at fault, or null for the row as a whole.</param>
/// <param name="Code">The words are the text <c>Problem.{code}</c>.</param>
internal sealed record RowProblem(int Line, ImportColumn? Column, string Code, params object[] Arguments)
{
    /// <summary>Words that a use case has already found; they stand instead of the code's.</summary>
    public string? Words { get; init; }
}
