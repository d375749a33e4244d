using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Accounts.Roles;

/// <summary>What each role may do.</summary>
[Area("Accounts")]
[RequirePermission(AccountPermissions.Roles)]
[Route("app/roles")]
internal sealed class RolesController(ISender sender, SiteRoles roles, PermissionGroups groups, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var result = await sender.AskAsync(new ReadRoles(), cancellationToken);
        return result.Succeeded ? View(result.Value) : this.FailedPage(result.Failure);
    }

    [HttpGet("{role}")]
    public async Task<IActionResult> Show(string role, CancellationToken cancellationToken)
    {
        var result = await sender.AskAsync(new ReadRoles(), cancellationToken);
        if (!result.Succeeded)
        {
            return this.FailedPage(result.Failure);
        }

        return result.Value.FirstOrDefault(known => known.Role == role) is { } shown
            ? View(new RolePage(shown, roles.NameOf(role), result.Value, groups.Read()))
            : this.FailedPage(Failure.NotFound("kernel.role-unknown", role));
    }

    [HttpPost("{role}")]
    public async Task<IActionResult> Save(string role, PermissionsForm form, CancellationToken cancellationToken)
    {
        var result = await sender.SendAsync(new SaveRolePermissions(role, form.Permissions ?? [], form.Seen ?? []), cancellationToken);
        return result.Succeeded ? this.Done("/app/roles", texts["Roles.PermissionsSaved", roles.NameOf(role)]) : this.Refused(result.Failure, $"/app/roles/{role}");
    }
}

internal sealed record RolePage(RoleDetail Role, string Name, IReadOnlyList<RoleDetail> All, IReadOnlyList<PermissionGroup> Groups);

internal sealed class PermissionsForm
{
    public List<string>? Permissions { get; set; }

    public List<string>? Seen { get; set; }
}
