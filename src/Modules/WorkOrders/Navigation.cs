using Microsoft.Extensions.Localization;
using ServicePlatform.Navigation;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders;

internal sealed class Navigation(IStringLocalizer<Texts> texts, IActorContext actors) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
    [
        .. IsOffice ? [] : new NavigationItem[] { new(texts["Menu.MyDay"], "/app/my-day", "calendar-check", NavigationGroup.Work, 5, OrderPermissions.Work) },
        new(texts["Menu.Requests"], "/app/requests", "inbox", NavigationGroup.Work, 10, OrderPermissions.View),
        new(texts["Menu.Orders"], "/app/orders", "clipboard-list", NavigationGroup.Work, 20, OrderPermissions.View),
    ];

    /// <summary>Somebody who has every permission has no visits of his own for that.</summary>
    private bool IsOffice => actors.Current.SeesEverything && actors.Current.Can(OrderPermissions.Dispatch);
}
