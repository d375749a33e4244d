using Microsoft.Extensions.Localization;
using ServicePlatform.Navigation;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders;

internal sealed class Navigation(IStringLocalizer<Texts> texts) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
    [
        new(texts["Menu.MyDay"], "/app/field", "calendar-check", NavigationGroup.Work, 5, OrderPermissions.Work),
        new(texts["Menu.Requests"], "/app/requests", "inbox", NavigationGroup.Work, 10, OrderPermissions.View),
        new(texts["Menu.Orders"], "/app/orders", "clipboard-list", NavigationGroup.Work, 20, OrderPermissions.View),
    ];
}

/// <summary>A technician lands on his day.</summary>
internal sealed class FieldHome : IHomePage
{
    public int Priority => 50;

    public string Path => "/app/field";

    public bool IsFor(IActor actor) => actor.Can(OrderPermissions.Work) && !actor.Can(OrderPermissions.View);
}

/// <summary>Everybody who works with jobs lands on their list.</summary>
internal sealed class OrdersHome : IHomePage
{
    public int Priority => 10;

    public string Path => "/app/orders";

    public bool IsFor(IActor actor) => actor.Can(OrderPermissions.View);
}
