using Microsoft.AspNetCore.Mvc;
using ServicePlatform.Accounts.SignIn;
using ServicePlatform.Security;

namespace ServicePlatform.Accounts.Pages;

/// <summary>The way from the short address to the page that suits the person.</summary>
[Area("Accounts")]
internal sealed class AppController(ReturnPlace places, IActorContext actors) : Controller
{
    [HttpGet("app")]
    [Staff]
    public IActionResult Index() => LocalRedirect("~" + places.HomeOf(actors.Current));

    /// <summary>The root of a site that has no portal: lower than any page of a feature.</summary>
    [HttpGet("", Order = 1000)]
    [Everybody]
    public IActionResult Root() => LocalRedirect(actors.Current.Kind == ActorKind.Anonymous ? "~/sign-in/staff" : "~/app");
}
