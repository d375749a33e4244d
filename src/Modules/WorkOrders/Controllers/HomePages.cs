using ServicePlatform.Navigation;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders.Queries;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>Who answers for the whole lands on what is late; dispatchers, outlets and reviewers on what waits for them.</summary>
internal sealed class OrdersHome(IActorContext actors) : IHomePage
{
    public int Priority => 40;

    public string Path => "/app/orders?view=" + Words.Kebab(UsualTab.Of(actors.Current).ToString());

    public bool IsFor(IActor actor) => actor.Can(OrderPermissions.View) && UsualTab.Of(actor) != OrderTab.All;
}

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
