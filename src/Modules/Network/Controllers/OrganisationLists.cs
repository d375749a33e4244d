using Microsoft.AspNetCore.Mvc.Rendering;
using ServicePlatform.Network.Organisations;

namespace ServicePlatform.Network.Controllers;

/// <summary>The list of organisations with the values to filter by.</summary>
internal sealed record OrganisationIndex(
    OrganisationList List,
    IReadOnlyList<SelectListItem> Kinds,
    IReadOnlyList<SelectListItem> Ownerships,
    IReadOnlyList<SelectListItem> Principals,
    IReadOnlyList<SelectListItem> States,
    bool IsFiltered,
    bool MayAdd);

/// <summary>An organisation with names in place of codes.</summary>
internal sealed record OrganisationPage(
    OrganisationDetail Detail,
    string Division,
    IReadOnlyList<AreaLine> Areas,
    IReadOnlyDictionary<string, string> SkillNames,
    IReadOnlyList<Timelines.TimelineEntry> Timeline);

internal sealed record AreaLine(Guid Id, string Division, string Principal, string Category, bool IsPrimary, string? ExceptionReason);
