using System.Globalization;
using ServicePlatform.Demo.Raw;
using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.Demo.Planning;

/// <summary>A machine that will be registered: sold and then installed by a job, or taken over with its day of installation.</summary>
internal sealed class MachinePlan
{
    public required CustomerPlan Customer { get; init; }

    /// <summary>Null for an orphan.</summary>
    public ModelRow? Model { get; init; }

    /// <summary>Running number of its serial.</summary>
    public int Number { get; init; }

    /// <summary>What is written on an orphan.</summary>
    public string? Maker { get; init; }

    public SaleChannel Channel { get; init; }

    /// <summary>The outlet that sold it; null where it was sold elsewhere.</summary>
    public OutletPlan? Seller { get; init; }

    public double? LitresPerDay { get; init; }

    /// <summary>True where one of our jobs installs it.</summary>
    public bool HasInstallJob { get; set; }

    /// <summary>Day of installation; null as long as no job asks for one, and of a machine that is not installed yet.</summary>
    public DateOnly? InstalledOn { get; set; }

    /// <summary>When it is registered, UTC.</summary>
    public DateTime RegisteredAt { get; set; }

    public DateOnly? SoldOn { get; set; }

    /// <summary>Days of its jobs, its installation apart.</summary>
    public List<DateOnly> JobDays { get; } = [];

    public bool IsUsed => JobDays.Count > 0;

    /// <summary>No other job within three weeks: two jobs of one machine do not run side by side.</summary>
    public bool IsFreeOn(DateOnly day) => JobDays.TrueForAll(other => Math.Abs(other.DayNumber - day.DayNumber) > 21);

    public Guid Id { get; set; }

    /// <summary>Made some months before it was sold; null for an orphan.</summary>
    public string? Serial => Model is null ? null
        : string.Create(CultureInfo.InvariantCulture, $"{Model.SerialPrefix}-{(SoldOn ?? InstalledOn)?.AddDays(-70 - (Number % 90)):yyMM}-{Number}");

    public bool IsArchived => !HasInstallJob;
}
