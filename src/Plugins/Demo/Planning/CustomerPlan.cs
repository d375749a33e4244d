using ServicePlatform.Crm.Contracts;
using ServicePlatform.Demo.Raw;
using ServicePlatform.Geography;

namespace ServicePlatform.Demo.Planning;

/// <summary>A customer who will be registered. The ids are known once he is.</summary>
internal sealed class CustomerPlan
{
    public required string Name { get; init; }

    public required CustomerKind Kind { get; init; }

    public Gender Gender { get; init; }

    public required IReadOnlyList<string> Phones { get; init; }

    public required Place Place { get; init; }

    public required string Street { get; init; }

    public required string Detail { get; init; }

    /// <summary>Null where nobody has been there yet.</summary>
    public GeoPoint? Position { get; init; }

    public required string Principal { get; init; }

    /// <summary>Outlets that serve the address, the responsible one first.</summary>
    public required IReadOnlyList<OutletPlan> Outlets { get; init; }

    public bool IsElderly { get; init; }

    public string Level { get; init; } = MemberLevels.Standard;

    public ContactChannel Channel { get; init; }

    public string? Note { get; init; }

    public int? HouseholdSize { get; init; }

    public Guid Id { get; set; }

    public Guid AddressId { get; set; }
}
