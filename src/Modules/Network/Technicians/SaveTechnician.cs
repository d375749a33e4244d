using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Events;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Numbers;
using ServicePlatform.Phones;
using ServicePlatform.Search;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Network.Technicians;

/// <summary>Adds a technician (id null) or changes him; a change of organisation or of being active reaches his account.</summary>
/// <param name="Code">Staff number of a new one; null takes the next number of the site.</param>
[EditsNetwork]
internal sealed record SaveTechnician(
    Guid? TechnicianId,
    string? Code,
    string Name,
    string Phone,
    Guid OrganisationId,
    IReadOnlyList<string> Skills,
    bool IsActive,
    int Version) : ICommand<Guid>;

internal sealed class SaveTechnicianValidator : AbstractValidator<SaveTechnician>
{
    public SaveTechnicianValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.Code).MaximumLength(Lengths.Number).Matches("^[A-Za-z0-9][A-Za-z0-9-]*$").WithMessage(_ => texts["Validation.StaffNumber"]);
        RuleFor(command => command.Name).NotEmpty().MaximumLength(Lengths.Name);
        RuleFor(command => command.Phone).NotEmpty().MaximumLength(40);
        RuleFor(command => command.Skills).Must(skills => skills.Count <= 100).WithMessage(_ => texts["Validation.TooMany"]);
        RuleForEach(command => command.Skills).NotEmpty().MaximumLength(Lengths.Code).Matches("^[a-z0-9-]+[.][a-z0-9-]+$").WithMessage(_ => texts["Validation.Skill"]);
    }
}

internal sealed class SaveTechnicianHandler(
    ISiteDb db,
    NetworkReach reach,
    TechnicianAccounts accounts,
    WorkInHand work,
    INumbers numbers,
    ITimeline timeline,
    ISearchIndex search,
    IEvents events,
    IClock clock) : ICommandHandler<SaveTechnician, Guid>
{
    public async Task<Result<Guid>> HandleAsync(SaveTechnician command, CancellationToken cancellationToken)
    {
        var organisation = await db.Set<Organisation>().FirstOrDefaultAsync(row => row.Id == command.OrganisationId, cancellationToken);
        if (organisation is null || !reach.MayEditPeople(organisation.Path))
        {
            return Failure.Invalid(nameof(command.OrganisationId), "network.organisation-not-found");
        }

        if (PhoneNumber.Parse(command.Phone) is not { Kind: not PhoneKind.Hotline } phone)
        {
            return Failure.Invalid(nameof(command.Phone), "network.phone-unreadable");
        }

        var found = command.TechnicianId is { } id
            ? await FindAsync(id, command.Version, cancellationToken)
            : await AddAsync(command, phone, cancellationToken);
        return found.Succeeded ? await SetAsync(found.Value, organisation, phone, command, cancellationToken) : found.Failure;
    }

    private async Task<Result<Guid>> SetAsync(
        Technician technician, Organisation organisation, PhoneNumber phone, SaveTechnician command, CancellationToken cancellationToken)
    {
        var leaves = command.TechnicianId is not null && (technician.OrganisationId != organisation.Id || (technician.IsActive && !command.IsActive));
        var field = technician.OrganisationId != organisation.Id ? nameof(command.OrganisationId) : nameof(command.IsActive);
        if (leaves && await work.OfTechnicianAsync(technician.Id, field, cancellationToken) is { } busy)
        {
            return busy;
        }

        var reachesAccount = technician.OrganisationId != organisation.Id || technician.IsActive != command.IsActive;
        technician.Name = command.Name.Trim();
        technician.Phone = phone.E164;
        technician.OrganisationId = organisation.Id;
        technician.IsActive = command.IsActive;
        var learnt = technician.SetSkills(command.Skills);
        if (reachesAccount && technician.UserId is not null && await accounts.FollowAsync(technician, organisation, cancellationToken) is { } failure)
        {
            return failure;
        }

        if (learnt || db.HasChanged(technician))
        {
            var isNew = command.TechnicianId is null;
            technician.ChangedAt = clock.UtcNow;
            timeline.Add(technician.Subject, isNew ? "network.technician-added" : "network.technician-changed");
            await search.SetAsync(technician.Subject, technician.SearchTexts(), cancellationToken);
            events.Publish(new TechnicianSaved(technician.Id, isNew));
        }

        return technician.Id;
    }

    private async Task<Result<Technician>> FindAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        var technician = await db.Set<Technician>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        var path = technician is null ? null : await db.List<Organisation>().Where(row => row.Id == technician.OrganisationId).Select(row => row.Path).FirstAsync(cancellationToken);
        if (technician is null || !reach.MayEditPeople(path!))
        {
            return Failure.NotFound("network.technician-not-found");
        }

        return technician.Version == version
            ? technician
            : new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new VersionConflict(version, technician.Version) };
    }

    private async Task<Result<Technician>> AddAsync(SaveTechnician command, PhoneNumber phone, CancellationToken cancellationToken)
    {
        var code = command.Code.Blank() ?? await numbers.NextAsync("TE", cancellationToken);
        if (await db.Set<Technician>().AnyAsync(row => row.Code == code, cancellationToken))
        {
            return Failure.Invalid(nameof(command.Code), "network.code-taken", code);
        }

        var technician = new Technician { Code = code, Name = command.Name, Phone = phone.E164, OrganisationId = command.OrganisationId };
        db.Set<Technician>().Add(technician);
        return technician;
    }
}
