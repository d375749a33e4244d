using Microsoft.AspNetCore.Mvc.Rendering;
using ServicePlatform.Network.Technicians;
using ServicePlatform.Phones;

namespace ServicePlatform.Network.Controllers;

internal sealed class TechnicianForm
{
    public Guid? Id { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public Guid? OrganisationId { get; set; }

    public string? OrganisationIdText { get; set; }

    /// <summary>Without the empty values that a form may send.</summary>
    public List<string> Skills
    {
        get;
        set => field = [.. value.OfType<string>()];
    } = [];

    public bool IsActive { get; set; } = true;

    public int Version { get; set; }

    public string? Title { get; set; }

    public static TechnicianForm Of(TechnicianDetail detail)
    {
        var technician = detail.Technician;
        return new TechnicianForm
        {
            Id = technician.Id,
            Code = technician.Code,
            Name = technician.Name,
            Phone = PhoneNumber.Display(technician.Phone),
            OrganisationId = detail.Organisation.Id,
            OrganisationIdText = detail.Organisation.Name,
            Skills = technician.Skills.Select(skill => skill.Code).ToList(),
            IsActive = technician.IsActive,
            Version = technician.Version,
            Title = technician.Name,
        };
    }

    public SaveTechnician Command() => new(
        Id, string.IsNullOrWhiteSpace(Code) ? null : Code.Trim(), Name ?? "", Phone ?? "", OrganisationId ?? Guid.Empty, Skills, IsActive, Version);
}

internal sealed class AccountForm
{
    public string? UserName { get; set; }

    public string? Password { get; set; }

    public string? Title { get; set; }
}

/// <summary>The list of technicians with the values to filter by.</summary>
internal sealed record TechnicianIndex(
    TechnicianList List,
    IReadOnlyDictionary<string, string> SkillNames,
    IReadOnlyList<SelectListItem> Skills,
    IReadOnlyList<SelectListItem> States,
    bool IsFiltered,
    bool MayAdd);

internal sealed record TechnicianPage(TechnicianDetail Detail, IReadOnlyDictionary<string, string> SkillNames, IReadOnlyList<Timelines.TimelineEntry> Timeline);
