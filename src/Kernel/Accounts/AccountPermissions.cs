using ServicePlatform.Security;

namespace ServicePlatform.Accounts;

/// <summary>What this module's pages ask for. Administrators have all of it; no other role has it unless an administrator says so.</summary>
internal static class AccountPermissions
{
    public const string Manage = "accounts.manage";
    public const string Roles = "accounts.roles";
    public const string Settings = "site.settings";
}

internal sealed class Permissions : IPermissionProvider
{
    IEnumerable<Permission> IPermissionProvider.Permissions { get; } =
        [new(AccountPermissions.Manage), new(AccountPermissions.Roles), new(AccountPermissions.Settings)];
}
