using ServicePlatform.Commands;
using ServicePlatform.Fields;
using ServicePlatform.Security;

namespace ServicePlatform.Devices.Contracts;

public enum MachineStatus
{
    /// <summary>Sold, not yet installed.</summary>
    Sold,
    InUse,
    /// <summary>Away for repair.</summary>
    Away,
    Scrapped,
}

/// <summary>How a machine came to its customer; decides the right of return.</summary>
public enum SaleChannel
{
    Unknown,
    Shop,
    Dealer,
    Online,
    Television,
    Telephone,
    Project,
    Other,
}

/// <param name="InstalledOn">Date of installation in the site's zone.</param>
public sealed record MachineSummary(
    Guid Id,
    Guid PrincipalId,
    string? Serial,
    Guid? ModelId,
    string ModelName,
    string CategoryCode,
    Guid CustomerId,
    Guid? AddressId,
    MachineStatus Status,
    bool IsOrphan,
    DateOnly? InstalledOn)
{
    /// <summary>The earliest due date of its filters; null where none is in use.</summary>
    public DateOnly? FiltersDueOn { get; init; }
}

public enum FilterCondition
{
    Good,
    /// <summary>Due within 30 days.</summary>
    DueSoon,
    Due,
    /// <summary>Membrane rejection between 80 and 90 percent.</summary>
    Watch,
}

/// <summary>State of the filter at one position, with what the due date rests on.</summary>
/// <param name="InstalledOn">Date of the last real change.</param>
/// <param name="DueOn">The smaller of days and litres.</param>
/// <param name="RemainingPercent">0 to 100.</param>
/// <param name="BaseDays">Base life of the position.</param>
/// <param name="WaterFactor">1.0 until a reading of the water exists.</param>
/// <param name="LimitedBy">Code of what decides: <c>days</c>, <c>litres</c> or <c>rejection</c>.</param>
public sealed record FilterState(
    Guid MachineId,
    int Position,
    string PartCode,
    string Name,
    FilterKind Kind,
    DateOnly InstalledOn,
    DateOnly DueOn,
    int RemainingPercent,
    FilterCondition Condition,
    int BaseDays,
    int? BaseLitres,
    double WaterFactor,
    double LitresPerDay,
    string LimitedBy)
{
    /// <summary>Days that the life in days allows: base life x water factor.</summary>
    public int DaysLimit { get; init; }

    /// <summary>Days that the life in litres allows at the household's pace; null where only days count.</summary>
    public int? LitresLimit { get; init; }

    /// <summary>Share of dissolved solids that a reverse-osmosis membrane held back at the last readings, 0 to 1; null where unknown.</summary>
    public double? Rejection { get; init; }

    /// <summary>True where the water was measured, so that the factor is more than an assumption.</summary>
    public bool WaterIsMeasured { get; init; }

    public string? Serial { get; init; }
}

public interface IMachineReader
{
    /// <summary>Machines that the actor may see.</summary>
    Task<IReadOnlyDictionary<Guid, MachineSummary>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    Task<IReadOnlyList<MachineSummary>> OfCustomersAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken cancellationToken);

    /// <summary>Filters in place, by machine and position, of machines that the actor may see.</summary>
    Task<IReadOnlyList<FilterState>> FiltersAsync(IReadOnlyCollection<Guid> machineIds, CancellationToken cancellationToken);

    /// <summary>Machines of the customers that the signed-in portal account stands for.</summary>
    Task<IReadOnlyList<MachineSummary>> OwnAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<FilterState>> OwnFiltersAsync(CancellationToken cancellationToken);
}

/// <summary>Registers a machine of a customer; without serial and model it is an orphan. Answers its id.</summary>
/// <param name="ModelCode">Null for an orphan; then <paramref name="CategoryCode"/> is needed.</param>
/// <param name="Serial">As typed or pasted; understood without its label and in any writing.</param>
/// <param name="LitresPerDay">Drinking water of the household, 0.5 to 500; null for the household's default.</param>
/// <param name="Maker">What is written on a machine that is of no model of the catalogue.</param>
/// <param name="Attributes">Values of the category's attributes by code; null where none are known.</param>
/// <param name="CustomFields">Values of the site's own fields; null where none are known.</param>
[RequirePermission(DevicePermissions.Edit)]
public sealed record RegisterMachine(
    Guid PrincipalId,
    Guid CustomerId,
    Guid? AddressId,
    string? ModelCode,
    string? CategoryCode,
    string? Serial,
    DateOnly? SoldOn,
    DateOnly? InstalledOn,
    string? SoldByOrganisationPath,
    double? LitresPerDay = null,
    SaleChannel SaleChannel = SaleChannel.Unknown,
    string? Maker = null,
    string? Note = null,
    IReadOnlyDictionary<string, string>? Attributes = null,
    CustomFieldInput? CustomFields = null) : ICommand<Guid>;

public enum ReadingKind
{
    /// <summary>MPa.</summary>
    InletPressure,
    /// <summary>V.</summary>
    MainsVoltage,
    /// <summary>mg/L.</summary>
    TdsIn,
    /// <summary>mg/L.</summary>
    TdsOut,
    /// <summary>mg/L as CaCO3.</summary>
    Hardness,
    /// <summary>mg/L.</summary>
    ResidualChlorine,
    /// <summary>L/min.</summary>
    Flow,
    Ph,
    /// <summary>MPa.</summary>
    TankPressure,
}

public sealed record ReadingInput(ReadingKind Kind, double Value);

/// <summary>Records that a machine was installed: readings become its baseline, its filters start their lives.</summary>
[Internal]
public sealed record RecordInstallation(
    Guid MachineId,
    string OrganisationPath,
    Guid VisitId,
    DateTime At,
    IReadOnlyList<ReadingInput> Baseline) : ICommand;

/// <summary>Records a filter change as a fact; the next period starts from it.</summary>
/// <param name="Serial">Of the new filter, or null where the part carries none.</param>
[Internal]
public sealed record ReplaceFilter(Guid MachineId, int Position, string? Serial, Guid VisitId, DateTime At) : ICommand;

/// <summary>Keeps readings that were taken at a machine.</summary>
[Internal]
public sealed record RecordReadings(Guid MachineId, Guid VisitId, DateTime At, IReadOnlyList<ReadingInput> Readings) : ICommand;

public sealed record MachineRegistered(Guid MachineId, Guid CustomerId) : Events.IEvent;

/// <summary>A machine was edited, changed hands, moved or was scrapped.</summary>
public sealed record MachineChanged(Guid MachineId, Guid CustomerId) : Events.IEvent;

public sealed record MachineInstalled(Guid MachineId, Guid CustomerId, Guid VisitId, DateTime At) : Events.IEvent;

public sealed record FilterReplaced(Guid MachineId, int Position, Guid VisitId, DateTime At) : Events.IEvent;

public static class DevicePermissions
{
    public const string View = "devices.view";
    public const string Edit = "devices.edit";
    public const string Catalogue = "devices.catalogue";
    public const string Import = "devices.import";

    /// <summary>Takes all customers of a principal that one sees, with phones and addresses in clear, out of the product.</summary>
    public const string Export = "devices.export";

    /// <summary>How many filters will be needed where; no customer is named.</summary>
    public const string Demand = "devices.demand";
}
