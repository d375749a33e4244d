using FluentValidation;
using Microsoft.AspNetCore.Identity;
using ServicePlatform.Accounts.Roles;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Identity;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Security;

namespace ServicePlatform.Accounts.People;

/// <summary>Gives an account exactly these roles.</summary>
/// <param name="Seen">Its roles as the form showed them.</param>
[RequirePermission(AccountPermissions.Manage)]
internal sealed record ChangeRoles(Guid Id, IReadOnlyList<string> Roles, IReadOnlyList<string> Seen) : ICommand;

internal sealed class ChangeRolesValidator : AbstractValidator<ChangeRoles>
{
    public ChangeRolesValidator()
    {
        RuleFor(command => command.Roles.Count).LessThanOrEqualTo(50);
        RuleFor(command => command.Seen.Count).LessThanOrEqualTo(50);
        RuleForEach(command => command.Roles).MaximumLength(Lengths.Code);
        RuleForEach(command => command.Seen).MaximumLength(Lengths.Code);
    }
}

internal sealed class ChangeRolesHandler(AccountReach reach, SiteRoles roles, UserManager<SiteUser> users, IActorContext actors, SessionStore sessions)
    : ICommandHandler<ChangeRoles, Done>
{
    public async Task<Result<Done>> HandleAsync(ChangeRoles command, CancellationToken cancellationToken)
    {
        var found = await reach.FindAsync(command.Id, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var current = await reach.RolesOfAsync(command.Id, cancellationToken);
        if (!current.ToHashSet(StringComparer.Ordinal).SetEquals(command.Seen))
        {
            return Failure.Conflict("kernel.stale");
        }

        if (command.Roles.FirstOrDefault(role => !roles.Offered.Contains(role, StringComparer.Ordinal)) is { } unknown)
        {
            return Failure.Invalid(nameof(command.Roles), "kernel.role-unknown", unknown);
        }

        var given = command.Roles.Except(current, StringComparer.Ordinal).ToList();
        var taken = current.Except(command.Roles, StringComparer.Ordinal).ToList();
        if (!await reach.MayGiveAsync(given, cancellationToken))
        {
            return Failure.Invalid(nameof(command.Roles), "accounts.role-above-you");
        }

        if (taken.Count > 0 && found.Value.Id == actors.Current.UserId && taken.Exists(roles.IsUnlimited))
        {
            return Failure.Invalid(nameof(command.Roles), "accounts.not-your-own-administration");
        }

        if (taken.Exists(roles.IsUnlimited) && !command.Roles.Any(roles.IsUnlimited) && await reach.IsLastUnlimitedAsync(found.Value, cancellationToken))
        {
            return Failure.Invalid(nameof(command.Roles), "accounts.last-administrator");
        }

        await users.RemoveFromRolesAsync(found.Value, taken);
        await users.AddToRolesAsync(found.Value, given);
        sessions.ForgetAll();
        return Result.Done;
    }
}
