using Microsoft.Extensions.Localization;
using ServicePlatform.Navigation;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders;

internal sealed class Navigation(IStringLocalizer<Texts> texts) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
    [
        new(texts["Menu.MyDay"], "/app/my-day", "calendar-check", NavigationGroup.Work, 5, OrderPermissions.Work),
        new(texts["Menu.Requests"], "/app/requests", "inbox", NavigationGroup.Work, 10, OrderPermissions.View),
        new(texts["Menu.Orders"], "/app/orders", "clipboard-list", NavigationGroup.Work, 20, OrderPermissions.View),
    ];
}
