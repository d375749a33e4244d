using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Accounts.Roles;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Identity;
using ServicePlatform.Recipes;

namespace ServicePlatform.Accounts.Recipes;

/// <summary>What roles may do. A role that is not named stays as it is.</summary>
internal sealed record RolesForm(string Name, IReadOnlyList<RoleRow> Roles);

/// <param name="Permissions">Exactly these of the features that are on.</param>
internal sealed record RoleRow(
    [RecipeKey("role-permissions"), RecipeRef("role"), MaxLength(Lengths.Code)] string Role, [RecipeRef("permission")] IReadOnlyList<string> Permissions);

/// <summary>Step <c>roles</c>.</summary>
internal sealed class RolesStep(ISender sender, SiteRoles roles, RolePermissions permissions) : IRecipeStep
{
    public string Name => "roles";

    public Type Form => typeof(RolesForm);

    public Task CheckAsync(RecipeStepContext context, IRecipeFindings findings, CancellationToken cancellationToken)
    {
        var rows = context.Bind<RolesForm>().Value.Roles;
        for (var at = 0; at < rows.Count; at++)
        {
            if (roles.IsUnlimited(rows[at].Role))
            {
                findings.Add($"roles[{at}].role", "accounts.recipe-role-unlimited", rows[at].Role);
            }
        }

        return Task.CompletedTask;
    }

    public async Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var form = context.Bind<RolesForm>();
        if (!form.Succeeded)
        {
            return form.Failure;
        }

        for (var at = 0; at < form.Value.Roles.Count; at++)
        {
            var row = form.Value.Roles[at];
            var saved = await sender.SendAsync(new SaveRolePermissions(row.Role, row.Permissions, await permissions.OfAsync(row.Role, cancellationToken)), cancellationToken);
            if (!saved.Succeeded)
            {
                return context.Failed(saved.Failure.Code, $"roles[{at}]");
            }
        }

        return Result.Done;
    }
}

/// <summary>Roles with the permissions of the features that are on.</summary>
internal sealed class RolePermissions(ISiteDb db, PermissionGroups offered)
{
    public async Task<IReadOnlyList<string>> OfAsync(string role, CancellationToken cancellationToken)
    {
        var known = offered.Ids;
        var stored = await db.List<RolePermission>()
            .Where(row => db.List<SiteRole>().Any(candidate => candidate.Id == row.RoleId && candidate.Name == role)).Select(row => row.Permission).ToListAsync(cancellationToken);
        return [.. stored.Where(known.Contains).Order(StringComparer.Ordinal)];
    }
}

internal sealed class RolesExport(SiteRoles roles, RolePermissions permissions) : IRecipeExport
{
    public int Order => 5;

    public async Task<IReadOnlyList<object>> ExportAsync(CancellationToken cancellationToken)
    {
        var rows = new List<RoleRow>();
        foreach (var role in roles.Offered.Where(role => !roles.IsUnlimited(role)))
        {
            rows.Add(new RoleRow(role, await permissions.OfAsync(role, cancellationToken)));
        }

        return [new RolesForm("roles", rows)];
    }
}
