namespace ServicePlatform.Devices.Contracts;

public enum FilterKind
{
    Sediment,
    Carbon,
    Kdf,
    Ultrafiltration,
    ReverseOsmosis,
    PostCarbon,
    Nanofiltration,
    Other,
}

/// <param name="Code">Stable: <c>water-purifier</c>.</param>
public sealed record CategorySummary(string Code, string Name);

/// <summary>A place for a filter in a model.</summary>
/// <param name="Position">1 is where the water enters.</param>
/// <param name="LifeDays">Base life in days.</param>
/// <param name="LifeLitres">Base life in litres, or null where only days count.</param>
/// <param name="CountsFeedWater">True before the membrane: litres are those that enter, not those that are drunk.</param>
/// <param name="FlushMinutes">Least minutes of flushing after a change.</param>
public sealed record FilterPosition(
    int Position,
    string PartCode,
    string Name,
    FilterKind Kind,
    int LifeDays,
    int? LifeLitres,
    bool CountsFeedWater,
    int FlushMinutes);

/// <param name="PressureMinimum">Inlet pressure in MPa.</param>
/// <param name="PressureMaximum">Inlet pressure in MPa.</param>
/// <param name="YieldPercent">Product water of feed water, 1 to 100.</param>
public sealed record ModelSummary(
    Guid Id,
    Guid PrincipalId,
    string Code,
    string Name,
    string CategoryCode,
    double? PressureMinimum,
    double? PressureMaximum,
    int YieldPercent,
    IReadOnlyList<FilterPosition> Filters)
{
    /// <summary>Mains voltage in volts, or null where the model needs none or does not say.</summary>
    public double? VoltageMinimum { get; init; }

    /// <summary>Mains voltage in volts.</summary>
    public double? VoltageMaximum { get; init; }
}

public interface IModelReader
{
    Task<IReadOnlyDictionary<Guid, ModelSummary>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    Task<ModelSummary?> FindByCodeAsync(Guid principalId, string code, CancellationToken cancellationToken);

    Task<IReadOnlyList<CategorySummary>> CategoriesAsync(CancellationToken cancellationToken);
}

/// <summary>What the machines of a model rest on has changed: its name, category, yield or filter positions.</summary>
public sealed record ModelChanged(Guid ModelId) : Events.IEvent;

/// <summary>The next machines of a changed model, after this one, are brought in step with it.</summary>
public sealed record ModelChangeSpread(Guid ModelId, Guid After) : Events.IEvent;
