using Microsoft.Extensions.Localization;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Navigation;

namespace ServicePlatform.Messaging;

internal sealed class Navigation(IStringLocalizer<Texts> texts) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
    [
        new(texts["Messages.Title"], "/app/messages", "message-square-text", NavigationGroup.Customers, 60, MessagingPermissions.View),
        new(texts["Templates.Title"], "/app/message-templates", "text-quote", NavigationGroup.Setup, 60, MessagingPermissions.EditTemplates),
    ];
}
