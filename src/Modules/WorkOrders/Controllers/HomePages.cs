using ServicePlatform.Navigation;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders.Queries;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>A member of staff lands on the tab of the orders that waits for him.</summary>
internal abstract class OrdersHome(OrderTab tab) : IHomePage
{
    public int Priority => 40;

    public string Path { get; } = "/app/orders?view=" + Words.Kebab(tab.ToString());

    public bool IsFor(IActor actor) => actor.Can(OrderPermissions.View) && UsualTab.Of(actor) == tab;
}

/// <summary>Who answers for the whole: what is late.</summary>
internal sealed class LateHome() : OrdersHome(OrderTab.Late);

/// <summary>An outlet or a dealer: what was given to it.</summary>
internal sealed class OutletHome() : OrdersHome(OrderTab.ToAccept);

/// <summary>A dispatcher: what has no outlet.</summary>
internal sealed class DispatchHome() : OrdersHome(OrderTab.ToDispatch);

/// <summary>A reviewer: what is done.</summary>
internal sealed class ReviewHome() : OrdersHome(OrderTab.UnderReview);

/// <summary>An agent lands on the requests that came in.</summary>
internal sealed class RequestsHome : IHomePage
{
    public int Priority => 30;

    public string Path => "/app/requests";

    public bool IsFor(IActor actor) => actor.Can(OrderPermissions.Intake) && actor.Can(OrderPermissions.View);
}

/// <summary>A technician lands on his day.</summary>
internal sealed class FieldHome : IHomePage
{
    public int Priority => 20;

    public string Path => "/app/my-day";

    public bool IsFor(IActor actor) => actor.Can(OrderPermissions.Work);
}

/// <summary>Whoever may only look sees all orders.</summary>
internal sealed class LookingHome : IHomePage
{
    public int Priority => 10;

    public string Path => "/app/orders";

    public bool IsFor(IActor actor) => actor.Can(OrderPermissions.View);
}
