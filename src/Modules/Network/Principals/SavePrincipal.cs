using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Phones;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Network.Principals;

/// <summary>Adds a client brand (id null) or changes it.</summary>
/// <param name="Code">Only read for a new one.</param>
[RequirePermission(NetworkPermissions.Edit)]
internal sealed record SavePrincipal(Guid? PrincipalId, string Code, string Name, string? Hotline, bool IsActive, int Version) : ICommand<Guid>;

internal sealed class SavePrincipalValidator : AbstractValidator<SavePrincipal>
{
    public SavePrincipalValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.Code).NotEmpty().MaximumLength(Organisation.CodeLength)
            .Matches("^[a-z0-9]+(-[a-z0-9]+)*$").WithMessage(_ => texts["Validation.Code"]);
        RuleFor(command => command.Name).NotEmpty().MaximumLength(Lengths.Name);
        RuleFor(command => command.Hotline).MaximumLength(40);
    }
}

internal sealed class SavePrincipalHandler(ISiteDb db, NetworkReach reach, ITimeline timeline, IClock clock) : ICommandHandler<SavePrincipal, Guid>
{
    public const string SubjectKind = "principal";

    public async Task<Result<Guid>> HandleAsync(SavePrincipal command, CancellationToken cancellationToken)
    {
        var hotline = PhoneNumber.Parse(command.Hotline);
        if (hotline is null && !string.IsNullOrWhiteSpace(command.Hotline))
        {
            return Failure.Invalid(nameof(command.Hotline), "network.phone-unreadable");
        }

        var found = command.PrincipalId is { } id ? await FindAsync(id, command.Version, cancellationToken) : await AddAsync(command, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var principal = found.Value;
        principal.Name = command.Name.Trim();
        principal.Hotline = hotline?.E164;
        principal.IsActive = command.IsActive;
        if (db.HasChanged(principal))
        {
            principal.ChangedAt = clock.UtcNow;
            timeline.Add(new Subject(SubjectKind, principal.Id), command.PrincipalId is null ? "network.principal-added" : "network.principal-changed");
        }

        return principal.Id;
    }

    private async Task<Result<Principal>> FindAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        var principal = await db.Set<Principal>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (principal is null || !reach.MaySeePrincipal(id))
        {
            return Failure.NotFound("network.principal-not-found");
        }

        return principal.Version == version
            ? principal
            : new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new VersionConflict(version, principal.Version) };
    }

    private async Task<Result<Principal>> AddAsync(SavePrincipal command, CancellationToken cancellationToken)
    {
        // Somebody who works for some principals only must not add one that he could not see afterwards.
        if (reach.Principals is not null)
        {
            return Failure.Forbidden();
        }

        if (await db.Set<Principal>().AnyAsync(row => row.Code == command.Code, cancellationToken))
        {
            return Failure.Invalid(nameof(command.Code), "network.code-taken", command.Code);
        }

        var principal = new Principal { Code = command.Code, Name = command.Name };
        db.Set<Principal>().Add(principal);
        return principal;
    }
}
