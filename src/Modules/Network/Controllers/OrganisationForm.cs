using System.Globalization;
using ServicePlatform.Geography;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Phones;

namespace ServicePlatform.Network.Controllers;

/// <summary>What the form of an organisation carries.</summary>
internal sealed class OrganisationForm
{
    public Guid? Id { get; set; }

    public Guid? ParentId { get; set; }

    public string? ParentIdText { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    public OrganisationKind Kind { get; set; } = OrganisationKind.Outlet;

    public OrganisationOwnership Ownership { get; set; } = OrganisationOwnership.Own;

    public string? Phone { get; set; }

    public string? DivisionCode { get; set; }

    public string? Address { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public Datum Datum { get; set; } = Datum.Gcj02;

    public string? OpeningNote { get; set; }

    public bool IsActive { get; set; } = true;

    public List<Guid> PrincipalIds { get; set; } = [];

    public int Version { get; set; }

    /// <summary>Title of the page: the name as it was before editing.</summary>
    public string? Title { get; set; }

    public static OrganisationForm Of(OrganisationDetail detail)
    {
        var organisation = detail.Organisation;
        return new OrganisationForm
        {
            Id = organisation.Id,
            ParentId = organisation.ParentId,
            Code = organisation.Code,
            Name = organisation.Name,
            Kind = organisation.Kind,
            Ownership = organisation.Ownership,
            Phone = organisation.Phone is { } phone ? PhoneNumber.Display(phone) : null,
            DivisionCode = organisation.DivisionCode,
            Address = organisation.Address,
            Latitude = organisation.Latitude,
            Longitude = organisation.Longitude,
            Datum = organisation.Datum ?? Datum.Gcj02,
            OpeningNote = organisation.OpeningNote,
            IsActive = organisation.IsActive,
            PrincipalIds = detail.Principals.Select(principal => principal.Id).ToList(),
            Version = organisation.Version,
            Title = organisation.Name,
        };
    }

    public SaveOrganisation Command() => new(
        Id,
        ParentId,
        (Code ?? "").Trim().ToLower(CultureInfo.InvariantCulture),
        Name ?? "",
        Kind,
        Ownership,
        Phone,
        string.IsNullOrEmpty(DivisionCode) ? null : DivisionCode,
        Address,
        Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude, Datum) : null,
        OpeningNote,
        IsActive,
        PrincipalIds,
        Version);
}

internal sealed class MoveForm
{
    public Guid? ParentId { get; set; }

    public string? ParentIdText { get; set; }

    public int Version { get; set; }

    public string? Name { get; set; }
}

internal sealed class PortalForm
{
    public string? Slug { get; set; }

    public string? Name { get; set; }

    public string? Accent { get; set; }

    public string? Hotline { get; set; }

    public string? Title { get; set; }

    /// <summary>Of the portal when the form was opened; null where there was none.</summary>
    public int? Version { get; set; }
}

internal sealed class AreaForm
{
    public Guid? PrincipalId { get; set; }

    public List<string> CategoryCodes { get; set; } = [];

    public string? DivisionCode { get; set; }

    /// <summary>Further codes, separated by blanks.</summary>
    public string? MoreDivisions { get; set; }

    public bool IsPrimary { get; set; }

    public string? ExceptionReason { get; set; }

    public string? Title { get; set; }

    /// <summary>All codes that were chosen or pasted.</summary>
    public IReadOnlyList<string> DivisionCodes =>
        [.. new[] { DivisionCode }.Concat((MoreDivisions ?? "").Split([' ', ',', '，', '、', ';', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
            .Where(code => !string.IsNullOrWhiteSpace(code)).Select(code => code!.Trim()).Distinct(StringComparer.Ordinal)];
}
