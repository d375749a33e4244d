using ServicePlatform.Security;

namespace ServicePlatform.Accounts;

/// <summary>What this module's pages ask for. Administrators have all of it; no other role has it unless an administrator says so.</summary>
internal static class AccountPermissions
{
    public const string Manage = "accounts.manage";
    public const string Roles = "accounts.roles";
    public const string Settings = "site.settings";

    public const string Audit = "audit.view";

    /// <summary>Sets how long what holds personal data is kept.</summary>
    public const string Retention = "privacy.retention";

    /// <summary>Sets up everything at once, people and what roles may do included.</summary>
    public const string Recipe = "site.recipe";
}

internal sealed class Permissions : IPermissionProvider
{
    IEnumerable<Permission> IPermissionProvider.Permissions { get; } =
        [new(AccountPermissions.Manage), new(AccountPermissions.Roles), new(AccountPermissions.Settings), new(AccountPermissions.Recipe), new(AccountPermissions.Audit), new(AccountPermissions.Retention)];
}
