using ServicePlatform.Security;

namespace ServicePlatform.Operator;

internal static class OperatorPermissions
{
    public const string Sites = "operator.sites";

    /// <summary>Whoever has it can run code of his own in the host.</summary>
    public const string Plugins = "operator.plugins";
}

internal sealed class Permissions : IPermissionProvider
{
    IEnumerable<Permission> IPermissionProvider.Permissions { get; } = [new(OperatorPermissions.Sites, StandardRoles.Operator), new(OperatorPermissions.Plugins, StandardRoles.Operator)];
}
