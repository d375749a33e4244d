using ServicePlatform.Security;

namespace ServicePlatform.Background;

internal static class BackgroundPermissions
{
    /// <summary>Recurring jobs, everybody's long tasks, parked deliveries. Administrators have it; no other role has it unless an administrator says so.</summary>
    public const string Manage = "background.manage";
}

internal sealed class Permissions : IPermissionProvider
{
    IEnumerable<Permission> IPermissionProvider.Permissions { get; } = [new(BackgroundPermissions.Manage)];
}
