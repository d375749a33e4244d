using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Portal.Contracts.Views;
using ServicePlatform.Portal.Orders;
using ServicePlatform.Portal.Water;
using ServicePlatform.Security;

namespace ServicePlatform.Portal.Controllers;

/// <summary>The first page: what the brand offers, or the customer's own water.</summary>
[Area("Portal")]
[Everybody]
internal sealed class HomeController(IActorContext actors, ICustomerReader customers, OwnMachines machines, OwnOrders orders, IStringLocalizer<Texts> texts) : Controller
{
    private const int Recent = 5;

    [HttpGet("/")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        if (actors.Current.Kind != ActorKind.Customer)
        {
            return View("Welcome");
        }

        var own = await machines.ListAsync(cancellationToken);
        var jobs = await orders.ListAsync(cancellationToken);
        var people = await customers.OwnAsync(cancellationToken);

        // A number that several people share does not say which of them is here.
        var who = people.Count == 1 ? people[0] : null;
        return View(new PortalHome(
            who is null ? texts["Home.Hello"] : texts["Home.HelloName", who.Greeting],
            machines.Headline(own, people.Count > 0),
            own,
            jobs.Where(job => job.IsOpen).ToList(),
            jobs.Where(job => !job.IsOpen).Take(Recent).ToList(),
            people.Count > 0));
    }
}
