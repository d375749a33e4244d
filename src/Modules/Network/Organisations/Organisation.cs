using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Geography;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Network.Organisations;

/// <summary>A node of the organisation tree. Its code never changes, because paths are made of codes.</summary>
internal sealed class Organisation : Entity, IVersioned
{
    public const int CodeLength = 40;

    public required string Code { get; init; }

    public required string Name { get; set; }

    public OrganisationKind Kind { get; private set; }

    public OrganisationOwnership Ownership { get; private set; }

    public Guid? ParentId { get; private set; }

    public string Path { get; private set; } = "";

    /// <summary>E.164; a mobile, a landline or a hotline.</summary>
    public string? Phone { get; set; }

    public string? DivisionCode { get; set; }

    public string? Address { get; set; }

    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    public Datum? Datum { get; private set; }

    /// <summary>When it is open, as written for people.</summary>
    public string? OpeningNote { get; set; }

    public bool IsActive { get; set; } = true;

    public DateTime ChangedAt { get; set; }

    public int Version { get; private set; }

    public GeoPoint? Position => Latitude is { } latitude && Longitude is { } longitude && Datum is { } datum ? new GeoPoint(latitude, longitude, datum) : null;

    /// <summary>Sets kind, ownership and place together, because each limits the others.</summary>
    public Failure? Place(OrganisationKind kind, OrganisationOwnership ownership, Organisation? parent)
    {
        if (parent is null)
        {
            if (kind != OrganisationKind.HeadOffice)
            {
                return Failure.Invalid("ParentId", "network.parent-needed");
            }
        }
        else if (parent.Id == Id || (Path.Length > 0 && OrganisationPaths.IsAtOrBelow(parent.Path, Path)))
        {
            return Failure.Invalid("ParentId", "network.circle", parent.Name);
        }
        else if (!FitsBelow(kind, parent.Kind))
        {
            return Failure.Invalid("Kind", "network.kind-above-parent", parent.Name);
        }
        else if (parent.Ownership == OrganisationOwnership.Dealer && ownership != OrganisationOwnership.Dealer)
        {
            return Failure.Invalid("Ownership", "network.below-dealer", parent.Name);
        }

        var path = (parent?.Path ?? "/") + Code + "/";
        if (path.Length > Lengths.Path)
        {
            return Failure.Invalid("ParentId", "network.too-deep");
        }

        (Kind, Ownership, ParentId, Path) = (kind, ownership, parent?.Id, path);
        return null;
    }

    /// <summary>Follows a node above it that was moved.</summary>
    public Failure? Follow(string oldTop, string newTop)
    {
        var path = newTop + Path[oldTop.Length..];
        if (path.Length > Lengths.Path)
        {
            return Failure.Invalid("ParentId", "network.too-deep");
        }

        Path = path;
        return null;
    }

    public void StandAt(GeoPoint? position) =>
        (Latitude, Longitude, Datum) = (position?.Latitude, position?.Longitude, position?.Datum);

    public OrganisationSummary Summarise(IReadOnlyList<Guid> principals) =>
        new(Id, Code, Name, Kind, Ownership, Path, ParentId, Phone, IsActive, principals);

    /// <summary>Levels go downwards; only outlets have further outlets below them.</summary>
    public static bool FitsBelow(OrganisationKind kind, OrganisationKind parent) =>
        kind > parent || (kind == OrganisationKind.Outlet && parent == OrganisationKind.Outlet);
}
