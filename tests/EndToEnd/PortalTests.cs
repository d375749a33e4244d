using Microsoft.Playwright;
using ServicePlatform.EndToEndTests.Fixture;

namespace ServicePlatform.EndToEndTests;

/// <summary>The customer's pages: his brand's and his dealer's.</summary>
public sealed class PortalTests(DemoHost host)
{
    private const string OfRunze = "13800001260";
    private const string OfHairong = "13800001064";
    private const string OfSeveral = "13800001001";
    private const string OfTwo = "13800001365";

    [Fact]
    public async Task A_dealers_portal_carries_his_name_hotline_and_colour()
    {
        await using var visitor = await host.OpenAsync("aqua", width: 360);
        await visitor.GoAsync("/");
        var ofBrand = await LookAsync(visitor);
        foreach (var (portal, name, hotline) in new[] { ("aqua/jingchao", "京朝净水", "400 000 2100"), ("aqua/runze", "润泽水家电", "400 000 2300") })
        {
            await using var dealer = await host.OpenAsync(portal, width: 360);
            await dealer.GoAsync("/");
            var look = await LookAsync(dealer);
            look.Brand.ShouldBe(name);
            look.Accent.ShouldNotBe(ofBrand.Accent);
            (await dealer.Page.TitleAsync()).ShouldBe(name);
            (await dealer.Page.Locator("footer").InnerTextAsync()).ShouldContain(hotline);
            (await dealer.Page.Locator("footer a[href^='tel:']").GetAttributeAsync("href")).ShouldBe("tel:" + hotline.Replace(" ", "", StringComparison.Ordinal));
            await dealer.GoAsync("/sign-in");
            (await dealer.Page.InnerTextAsync("body")).ShouldContain(name);
            await dealer.GoAsync("/no-such-page");
            (await dealer.Page.InnerTextAsync("body")).ShouldContain(name);
        }
    }

    /// <summary>A dealer's portal is a look of the site: who is a customer of the site sees his own things there, and nothing else.</summary>
    [Fact]
    public async Task Everybody_sees_his_own_on_any_portal_and_nobody_elses()
    {
        await using var customer = await host.OpenAsync("aqua/runze", width: 360);
        await customer.SignInByPhoneAsync(OfRunze);
        var own = await FirstOrderAsync(customer);
        await customer.Page.GotoAsync(own);
        var path = await customer.Page.Locator(".timeline .entry-who").AllInnerTextsAsync();
        path.ShouldNotBeEmpty();
        path.ShouldNotContain("系统");
        path.ShouldContain("润泽水家电");
        (await customer.GoAsync("/")).Status.ShouldBe(200);
        var machine = (await customer.Page.Locator("a[href*='/machines/']").First.GetAttributeAsync("href"))!.Split('/')[^1];

        await using var other = await host.OpenAsync("aqua/runze", width: 360);
        await other.SignInByPhoneAsync(OfHairong);
        (await FirstOrderAsync(other)).ShouldNotBe(own);
        (await other.GoAsync("/orders/" + own.Split('/')[^1])).Status.ShouldBe(404);
        (await other.GoAsync("/machines/" + machine)).Status.ShouldBe(404);
        (await other.Page.GotoAsync($"{host.Address}/aqua/orders"))!.Url.ShouldContain("sign-in", Case.Sensitive, "a sign-in is good for its own portal");
    }

    [Fact]
    public async Task Pages_are_accessible_in_every_look()
    {
        await using var person = await host.OpenAsync("aqua", width: 360);
        await person.SignInByPhoneAsync(OfSeveral);
        var machine = "/machines/" + (await person.Page.Locator("a[href*='/machines/']").First.GetAttributeAsync("href"))!.Split('/')[^1];
        await person.GoAsync("/orders");
        var all = await person.Page.Locator("a[href*='/orders/']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        var orders = new[] { all[0], all[^1] }.Distinct(StringComparer.Ordinal).Select(href => "/orders/" + href.Split('/')[^1]);
        var wrong = new List<string>();
        foreach (var culture in new[] { "zh-Hans", "en" })
        {
            await person.Page.Context.AddCookiesAsync([new Cookie { Name = "aqua~.AspNetCore.Culture", Value = Uri.EscapeDataString($"c={culture}|uic={culture}"), Domain = "127.0.0.1", Path = "/aqua" }]);
            foreach (var path in new[] { "/", machine, "/orders", "/report", "/no-such-page" }.Concat(orders))
            {
                await person.GoAsync(path);
                (await person.Page.GetAttributeAsync("html", "lang")).ShouldStartWith(culture[..2]);
                wrong.AddRange(await PageChecks.WrongInBothAsync(person.Page, $"{culture} {path}"));
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_not_registered_is_told_how_to_be_found()
    {
        await using var stranger = await host.OpenAsync("aqua/jingchao", width: 360);
        await stranger.SignInByPhoneAsync("13800019999");
        (await stranger.TextAsync()).ShouldContain("还没有登记机器");
        (await stranger.Page.Locator(".hero .button").CountAsync()).ShouldBe(0);
        await stranger.GoAsync("/report");
        (await stranger.Page.Locator("[name=Description]").CountAsync()).ShouldBe(0, "what he types could not be taken");
        (await stranger.Page.Locator("main a[href='tel:4000002100']").CountAsync()).ShouldBe(1);
        (await PageChecks.WrongInBothAsync(stranger.Page, "unknown")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_has_several_machines_says_which_one()
    {
        await using var customer = await host.OpenAsync("aqua", width: 360);
        await customer.SignInByPhoneAsync(OfTwo);
        await customer.GoAsync("/report");
        (await customer.Page.Locator("[name=Machine]:checked").CountAsync()).ShouldBe(0);
        await customer.Page.FillAsync("[name=Description]", "厨房水龙头出水变小了。");
        await customer.Page.EvaluateAsync("() => document.querySelectorAll('[name=Machine]').forEach(choice => choice.required = false)");
        await customer.Page.EvaluateAsync("() => document.querySelector('form:has([name=Description])').submit()");
        await customer.Page.Locator("[data-errors]").WaitForAsync();
        (await customer.TextAsync()).ShouldContain("请选择是哪台机器");
        (await customer.Page.InputValueAsync("[name=Description]")).ShouldBe("厨房水龙头出水变小了。");
    }

    private static async Task<(string Brand, string Accent)> LookAsync(Person person) => (
        (await person.Page.Locator(".portal-brand").InnerTextAsync()).Trim(),
        await person.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.button[data-kind=primary]')).backgroundColor"));

    private static async Task<string> FirstOrderAsync(Person person)
    {
        await person.GoAsync("/orders");
        var href = await person.Page.Locator("a[href*='/orders/WO-']").First.GetAttributeAsync("href");
        return new Uri(new Uri(person.Page.Url), href!).ToString();
    }
}
