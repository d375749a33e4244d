using ServicePlatform.Security;

namespace ServicePlatform.Operator;

internal static class OperatorPermissions
{
    public const string Sites = "operator.sites";
}

internal sealed class Permissions : IPermissionProvider
{
    IEnumerable<Permission> IPermissionProvider.Permissions { get; } = [new(OperatorPermissions.Sites, StandardRoles.Operator)];
}
