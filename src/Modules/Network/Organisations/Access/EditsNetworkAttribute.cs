using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Network.Organisations.Access;

/// <summary>
/// Whoever edits the network, or a dealer who edits his own part of it. Which part that is, <see cref="NetworkReach"/> decides.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class EditsNetworkAttribute : AccessRuleAttribute
{
    public override bool Allows(IActor actor) => actor.Can(NetworkPermissions.Edit) || actor.Can(NetworkPermissions.EditOwn);
}
