namespace ServicePlatform.Crm.Contracts;

/// <summary>Where the figures of a water reading come from.</summary>
public enum WaterSource
{
    /// <summary>Published by the water works.</summary>
    Municipal,
    /// <summary>Measured by our own people on the spot.</summary>
    Measured,
    /// <summary>From a laboratory.</summary>
    Laboratory,
}

/// <summary>What is known of the water at a place: of each figure the newest.</summary>
/// <param name="CompoundId">The compound where it was taken: the address's own, or the nearest one.</param>
/// <param name="TakenOn">Day of the newest figure.</param>
/// <param name="Tds">mg/L.</param>
/// <param name="Hardness">mg/L as CaCO3.</param>
/// <param name="ResidualChlorine">mg/L.</param>
/// <param name="DistanceMetres">0 for the address's own compound.</param>
public sealed record CompoundWater(
    Guid CompoundId,
    string CompoundName,
    DateOnly TakenOn,
    WaterSource Source,
    double? Tds,
    double? Hardness,
    double? ResidualChlorine,
    int DistanceMetres);

/// <summary>Water readings of residential compounds.</summary>
public interface ICompoundReader
{
    /// <summary>
    /// By address: the readings of its own compound, or, where that has none, of the nearest one within two kilometres.
    /// Addresses of which nothing is known are left out. Water is no personal data: the actor's scope is not applied.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, CompoundWater>> ByAddressAsync(IReadOnlyCollection<Guid> addressIds, CancellationToken cancellationToken);

    /// <summary>By compound; compounds without a reading are left out.</summary>
    Task<IReadOnlyDictionary<Guid, CompoundWater>> ByCompoundAsync(IReadOnlyCollection<Guid> compoundIds, CancellationToken cancellationToken);

    /// <summary>
    /// Addresses that may take their figures from a compound: its own, and those near it. In the order of their ids, to be worked off
    /// in batches. Only ids are told; the actor's scope is not applied.
    /// </summary>
    /// <param name="after">The last id of the batch before; empty for the first.</param>
    Task<IReadOnlyList<CompoundAddress>> AddressesAsync(Guid compoundId, Guid after, int limit, CancellationToken cancellationToken);
}

public sealed record CompoundAddress(Guid AddressId, Guid CustomerId);

/// <summary>New figures of the water in a compound: due dates that rest on them may move.</summary>
public sealed record CompoundWaterRecorded(Guid CompoundId) : Events.IEvent;
