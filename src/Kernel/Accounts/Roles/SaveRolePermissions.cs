using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Identity;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Security;

namespace ServicePlatform.Accounts.Roles;

/// <summary>Gives a role exactly these permissions of the enabled features; those of features that are off stay as they are.</summary>
/// <param name="Seen">Its permissions as the form showed them.</param>
[RequirePermission(AccountPermissions.Roles)]
internal sealed record SaveRolePermissions(string Role, IReadOnlyList<string> Permissions, IReadOnlyList<string> Seen) : ICommand;

internal sealed class SaveRolePermissionsValidator : AbstractValidator<SaveRolePermissions>
{
    public SaveRolePermissionsValidator()
    {
        RuleFor(command => command.Role).NotEmpty().MaximumLength(Lengths.Code);
        RuleFor(command => command.Permissions.Count).LessThanOrEqualTo(1000);
        RuleFor(command => command.Seen.Count).LessThanOrEqualTo(1000);
        RuleForEach(command => command.Permissions).MaximumLength(Lengths.Code);
        RuleForEach(command => command.Seen).MaximumLength(Lengths.Code);
    }
}

internal sealed class SaveRolePermissionsHandler(ISiteDb db, SiteRoles roles, PermissionGroups offered, IActorContext actors, SessionStore sessions)
    : ICommandHandler<SaveRolePermissions, Done>
{
    public async Task<Result<Done>> HandleAsync(SaveRolePermissions command, CancellationToken cancellationToken)
    {
        if (!roles.Offered.Contains(command.Role, StringComparer.Ordinal)
            || await db.Set<SiteRole>().SingleOrDefaultAsync(row => row.Name == command.Role, cancellationToken) is not { } role)
        {
            return Failure.NotFound("kernel.role-unknown", command.Role);
        }

        if (roles.IsUnlimited(command.Role))
        {
            return Failure.Conflict("accounts.role-unlimited");
        }

        var known = offered.Ids;
        var stored = (await db.Set<RolePermission>().Where(row => row.RoleId == role.Id).ToListAsync(cancellationToken)).FindAll(row => known.Contains(row.Permission));
        var current = stored.Select(row => row.Permission).ToHashSet(StringComparer.Ordinal);
        if (!current.SetEquals(command.Seen))
        {
            return Failure.Conflict("kernel.stale");
        }

        var wanted = command.Permissions.Where(known.Contains).ToHashSet(StringComparer.Ordinal);
        if (wanted.Any(permission => !current.Contains(permission) && !actors.Current.Can(permission)))
        {
            return Failure.Forbidden("accounts.permission-above-you");
        }

        db.Set<RolePermission>().RemoveRange(stored.Where(row => !wanted.Contains(row.Permission)));
        db.Set<RolePermission>().AddRange(wanted.Where(permission => !current.Contains(permission)).Select(permission => new RolePermission { RoleId = role.Id, Permission = permission }));
        sessions.ForgetAll();
        return Result.Done;
    }
}
