using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Routing;
using NSubstitute;
using ServicePlatform.Accounts.SignIn;
using ServicePlatform.Navigation;
using ServicePlatform.Security;

namespace ServicePlatform.UnitTests.Accounts;

public sealed class ReturnPlaceTests
{
    private static readonly IActor Agent = Actor(ActorKind.Staff);
    private static readonly IActor Customer = Actor(ActorKind.Customer);

    private readonly DefaultHttpContext _context = new() { Request = { PathBase = "/aqua" } };

    [Theory]
    [InlineData("/aqua/app/orders?view=late", "/aqua/app/orders?view=late")]
    [InlineData(null, "/aqua/app/board")]
    [InlineData("", "/aqua/app/board")]
    [InlineData("https://elsewhere.example/", "/aqua/app/board")]
    [InlineData("//elsewhere.example/", "/aqua/app/board")]
    [InlineData("/\\elsewhere.example", "/aqua/app/board")]
    [InlineData("/home/app", "/aqua/app/board")]
    [InlineData("/aquarium/app", "/aqua/app/board")]
    [InlineData("/aqua/sign-in/staff", "/aqua/app/board")]
    [InlineData("/aqua/", "/aqua/app/board")]
    [InlineData("javascript:alert(1)", "/aqua/app/board")]
    public void Staff_return_to_pages_of_this_site_only(string? asked, string expected) =>
        Place(Home("/app/board", 10), Home("/app/orders", 5)).For(Agent, Url(), _context.Request, asked).ShouldBe(expected);

    [Theory]
    [InlineData("/aqua/machines", "/aqua/machines")]
    [InlineData("/aqua/app/orders", "/aqua/")]
    [InlineData("/aqua/field", "/aqua/")]
    public void Customers_never_return_to_pages_of_the_staff(string asked, string expected) =>
        Place().For(Customer, Url(), _context.Request, asked).ShouldBe(expected);

    [Fact]
    public void Staff_without_a_first_page_see_their_account() => Place().HomeOf(Agent).ShouldBe("/account");

    private static ReturnPlace Place(params IHomePage[] homes) => new(homes);

    private static IHomePage Home(string path, int priority)
    {
        var home = Substitute.For<IHomePage>();
        home.Path.Returns(path);
        home.Priority.Returns(priority);
        home.IsFor(Arg.Any<IActor>()).Returns(true);
        return home;
    }

    private static IActor Actor(ActorKind kind)
    {
        var actor = Substitute.For<IActor>();
        actor.Kind.Returns(kind);
        return actor;
    }

    private UrlHelper Url() => new(new ActionContext(_context, new RouteData(), new ActionDescriptor()));
}
