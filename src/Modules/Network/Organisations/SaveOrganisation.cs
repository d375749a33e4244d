using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Events;
using ServicePlatform.Geography;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Phones;
using ServicePlatform.Search;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Network.Organisations;

/// <summary>Adds an organisation (id null) or changes its facts. Its place in the tree changes by <see cref="MoveOrganisation"/>.</summary>
/// <param name="ParentId">Only read for a new one; null for the head office.</param>
/// <param name="Code">Only read for a new one.</param>
[EditsNetwork]
internal sealed record SaveOrganisation(
    Guid? OrganisationId,
    Guid? ParentId,
    string Code,
    string Name,
    OrganisationKind Kind,
    OrganisationOwnership Ownership,
    string? Phone,
    string? DivisionCode,
    string? Address,
    GeoPoint? Position,
    string? OpeningNote,
    bool IsActive,
    IReadOnlyList<Guid> PrincipalIds,
    int Version) : ICommand<Guid>;

internal sealed class SaveOrganisationValidator : AbstractValidator<SaveOrganisation>
{
    public SaveOrganisationValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.Code).NotEmpty().MaximumLength(Organisation.CodeLength)
            .Matches("^[a-z0-9]+(-[a-z0-9]+)*$").WithMessage(_ => texts["Validation.Code"]);
        RuleFor(command => command.Name).NotEmpty().MaximumLength(Lengths.Name);
        RuleFor(command => command.Kind).IsInEnum();
        RuleFor(command => command.Ownership).IsInEnum();
        RuleFor(command => command.Phone).MaximumLength(40);
        RuleFor(command => command.DivisionCode).Matches("^([0-9]{6}|[0-9]{9})$").WithMessage(_ => texts["Validation.Division"]);
        RuleFor(command => command.Address).MaximumLength(Lengths.Address);
        RuleFor(command => command.Position).Must(position => position is null or { IsValid: true }).WithMessage(_ => texts["Validation.Position"]);
        RuleFor(command => command.OpeningNote).MaximumLength(Lengths.Name);
        RuleFor(command => command.PrincipalIds).Must(ids => ids.Count <= 100);
    }
}

internal sealed class SaveOrganisationHandler(
    ISiteDb db,
    NetworkReach reach,
    ServedPrincipals served,
    IDivisions divisions,
    WorkInHand work,
    ITimeline timeline,
    ISearchIndex search,
    IEvents events,
    IClock clock) : ICommandHandler<SaveOrganisation, Guid>
{
    public async Task<Result<Guid>> HandleAsync(SaveOrganisation command, CancellationToken cancellationToken)
    {
        var isNew = command.OrganisationId is null;
        var found = isNew ? await AddAsync(command, cancellationToken) : await FindAsync(command, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var organisation = found.Value;
        var wasActive = organisation.IsActive;
        if (await SetFactsAsync(organisation, command, cancellationToken) is { } failure)
        {
            return failure;
        }

        if (wasActive && !organisation.IsActive && !isNew && await work.OfOrganisationAsync(organisation.Path, nameof(command.IsActive), cancellationToken) is { } busy)
        {
            return busy;
        }

        var principals = await served.SetAsync(organisation, command.PrincipalIds, cancellationToken);
        if (!principals.Succeeded)
        {
            return principals.Failure;
        }

        if (principals.Value || db.HasChanged(organisation))
        {
            organisation.ChangedAt = clock.UtcNow;
            timeline.Add(organisation.Subject(), isNew ? "network.organisation-added" : "network.organisation-changed");
            await search.SetAsync(organisation.Subject(), organisation.SearchTexts(), cancellationToken);
            events.Publish(new OrganisationSaved(organisation.Id, isNew));
            if (wasActive != organisation.IsActive)
            {
                // A stopped dealer's portal is closed until he works again.
                events.Publish(new PortalsChanged());
            }
        }

        return organisation.Id;
    }

    private async Task<Result<Organisation>> AddAsync(SaveOrganisation command, CancellationToken cancellationToken)
    {
        var parent = await db.Set<Organisation>().FirstOrDefaultAsync(row => row.Id == command.ParentId, cancellationToken);
        if (command.ParentId is not null && (parent is null || !reach.MayAddBelow(parent.Path)))
        {
            return Failure.NotFound("network.organisation-not-found");
        }

        if (parent is null && (reach.OwnPath is not null || await db.Set<Organisation>().AnyAsync(row => row.ParentId == null, cancellationToken)))
        {
            return Failure.Invalid("ParentId", "network.one-head-office");
        }

        if (await db.Set<Organisation>().AnyAsync(row => row.Code == command.Code, cancellationToken))
        {
            return Failure.Invalid("Code", "network.code-taken", command.Code);
        }

        var organisation = new Organisation { Code = command.Code, Name = command.Name };
        if (organisation.Place(command.Kind, command.Ownership, parent) is { } misplaced)
        {
            return misplaced;
        }

        db.Set<Organisation>().Add(organisation);
        return organisation;
    }

    private async Task<Result<Organisation>> FindAsync(SaveOrganisation command, CancellationToken cancellationToken)
    {
        var organisation = await db.Set<Organisation>().FirstOrDefaultAsync(row => row.Id == command.OrganisationId, cancellationToken);
        if (organisation is null || !reach.MaySee(organisation.Path))
        {
            return Failure.NotFound("network.organisation-not-found");
        }

        if (!reach.MayEdit(organisation.Path))
        {
            return Failure.Forbidden("network.not-yours");
        }

        if (organisation.Version != command.Version)
        {
            return new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new VersionConflict(command.Version, organisation.Version) };
        }

        var parent = await db.Set<Organisation>().FirstOrDefaultAsync(row => row.Id == organisation.ParentId, cancellationToken);
        return organisation.Place(command.Kind, command.Ownership, parent) is { } misplaced ? misplaced : organisation;
    }

    private async Task<Failure?> SetFactsAsync(Organisation organisation, SaveOrganisation command, CancellationToken cancellationToken)
    {
        var phone = PhoneNumber.Parse(command.Phone);
        if (phone is null && !string.IsNullOrWhiteSpace(command.Phone))
        {
            return Failure.Invalid(nameof(command.Phone), "network.phone-unreadable");
        }

        if (command.DivisionCode is { } code && divisions.Find(code) is null)
        {
            return Failure.Invalid(nameof(command.DivisionCode), "network.division-unknown");
        }

        if (!command.IsActive && organisation.ParentId is null)
        {
            return Failure.Invalid(nameof(command.IsActive), "network.head-office-stays");
        }

        if (await LeavesLevelsWrongAsync(organisation, cancellationToken))
        {
            return Failure.Invalid(nameof(command.Kind), "network.kind-below-children");
        }

        organisation.Name = command.Name.Trim();
        organisation.Phone = phone?.E164;
        organisation.DivisionCode = command.DivisionCode;
        organisation.Address = command.Address.Blank();
        organisation.StandAt(command.Position);
        organisation.OpeningNote = command.OpeningNote.Blank();
        organisation.IsActive = command.IsActive;
        return null;
    }

    /// <summary>A node that becomes an outlet or a dealer's must not leave higher levels or others' outlets below it.</summary>
    private async Task<bool> LeavesLevelsWrongAsync(Organisation organisation, CancellationToken cancellationToken)
    {
        var below = await db.List<Organisation>().Where(row => row.ParentId == organisation.Id).ToListAsync(cancellationToken);
        return below.Any(child => !Organisation.FitsBelow(child.Kind, organisation.Kind)
            || (organisation.Ownership == OrganisationOwnership.Dealer && child.Ownership != OrganisationOwnership.Dealer));
    }
}
