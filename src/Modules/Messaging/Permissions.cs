using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Messaging;

internal sealed class Permissions : IPermissionProvider
{
    IEnumerable<Permission> IPermissionProvider.Permissions { get; } =
    [
        new(MessagingPermissions.View, StandardRoles.ServiceManager, StandardRoles.Agent, StandardRoles.Dealer),
        new(MessagingPermissions.EditTemplates, StandardRoles.ServiceManager),
        new(MessagingPermissions.Providers),
    ];
}
