using ServicePlatform.Security;

namespace ServicePlatform.CustomFields;

internal static class CustomFieldPermissions
{
    /// <summary>Adds fields to customers, machines and jobs. Administrators have it.</summary>
    public const string Manage = "custom-fields.manage";
}

internal sealed class Permissions : IPermissionProvider
{
    IEnumerable<Permission> IPermissionProvider.Permissions { get; } = [new(CustomFieldPermissions.Manage)];
}
