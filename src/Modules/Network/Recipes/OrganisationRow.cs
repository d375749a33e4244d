using ServicePlatform.Geography;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Network.Recipes;

/// <summary>A node of the recipe step <c>organisations</c> with all below it. Principals and parents are named by their codes.</summary>
/// <param name="Division">GB/T 2260 code of its address.</param>
/// <param name="Datum">Of latitude and longitude; GCJ-02, as Chinese maps give it, where left out.</param>
/// <param name="Areas">Left out: the areas stay as they are. Given: exactly these.</param>
internal sealed record OrganisationRow(
    string Code,
    string Name,
    OrganisationKind Kind,
    OrganisationOwnership Ownership = OrganisationOwnership.Own,
    string? Phone = null,
    string? Division = null,
    string? Address = null,
    double? Latitude = null,
    double? Longitude = null,
    Datum Datum = Datum.Gcj02,
    string? Opening = null,
    bool Active = true,
    IReadOnlyList<string>? Principals = null,
    IReadOnlyList<AreaRow>? Areas = null,
    PortalRow? Portal = null,
    IReadOnlyList<OrganisationRow>? Children = null)
{
    public GeoPoint? Position => Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude, Datum) : null;
}

/// <param name="Exception">Why a county has a second primary outlet.</param>
internal sealed record AreaRow(
    string Principal,
    IReadOnlyList<string> Categories,
    IReadOnlyList<string> Divisions,
    bool Primary = false,
    string? Exception = null);

internal sealed record PortalRow(string Slug, string Name, string? Accent = null, string? Hotline = null);
