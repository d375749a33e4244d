using ServicePlatform.Demo.Raw;

namespace ServicePlatform.Demo.Planning;

internal sealed record TechnicianPlan(Guid Id, string UserName, string OrganisationPath);

/// <param name="UserName">Who runs it.</param>
/// <param name="Dealer">Who runs the dealer above it; null where there is none.</param>
internal sealed record OutletPlan(Guid Id, string Code, string Path, string UserName, string? Dealer, IReadOnlyList<TechnicianPlan> Technicians);

/// <summary>Who works where in the site.</summary>
/// <param name="Principals">Ids by code.</param>
/// <param name="Models">Ids by code.</param>
/// <param name="Areas">Outlets with technicians for a principal and township, the responsible one first.</param>
internal sealed record Roster(
    IReadOnlyDictionary<string, Guid> Principals,
    IReadOnlyDictionary<string, Guid> Models,
    IReadOnlyList<OutletPlan> Outlets,
    IReadOnlyDictionary<(string Principal, string Township), IReadOnlyList<OutletPlan>> Areas)
{
    public IReadOnlyList<OutletPlan> OutletsFor(string principal, Place place) => Areas.GetValueOrDefault((principal, place.Township)) ?? [];
}
