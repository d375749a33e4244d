using Microsoft.Playwright;
using ServicePlatform.EndToEndTests.Fixture;

namespace ServicePlatform.EndToEndTests;

/// <summary>A customer's request becomes proven work, through the screens of everybody on the way.</summary>
public sealed class PathTests(DemoHost host)
{
    private const string Site = "aqua";
    private const string Phone = "13800009001";
    private const string Fault = "出水越来越慢，接一杯水要一分多钟，水龙头处还有滴水。";

    [Fact]
    [Trait("capability", "A032")]
    [Trait("capability", "A043")]
    [Trait("capability", "A060")]
    [Trait("capability", "A065")]
    [Trait("capability", "B14")]
    public async Task A_request_becomes_proven_work()
    {
        await RegisterAsync();
        await using var customer = await host.OpenAsync(Site, width: 360);
        await customer.SignInByPhoneAsync(Phone);
        var request = await ReportAsync(customer);
        var order = await ConvertAsync(request);
        var outlet = await DispatchAsync(order);
        var technician = await AcceptAndNameAsync(order, outlet);
        await BookAsync(order);
        var work = await WorkAsync(order, technician);
        await ReviewAsync(order);
        await SeeOnPortalAsync(customer, order, work);
        await NobodyElseSeesAsync(order);
    }

    /// <summary>An agent registers the customer and his machine, which has been in use for two years.</summary>
    private async Task RegisterAsync()
    {
        await using var agent = await host.OpenAsync(Site);
        await agent.SignInAsync("agent");
        await agent.GoAsync("/app/customers/new");
        await agent.Page.FillAsync("[name=paste]", $"欧阳慧敏 {Phone} 北京市朝阳区望京街道望京西园四区410号楼3单元602");
        await agent.SubmitAsync(agent.Page.Locator("form[action$='/app/customers/read'] button[type=submit]"));
        (await agent.Page.InputValueAsync("[name=Name]")).ShouldBe("欧阳慧敏");
        await agent.Page.Locator("label:has([name=PrincipalId])", new PageLocatorOptions { HasText = "清泉" }).First.ClickAsync();
        await agent.SubmitAsync(agent.Page.Locator("form[action$='/app/customers/new'] button[type=submit]").Last);
        agent.Page.Url.EndsWith("/new", StringComparison.Ordinal).ShouldBeFalse(await agent.TextAsync());
        var customer = agent.Page.Url.Split('/')[^1].Split('?')[0];
        await agent.GoAsync("/app/machines/new?CustomerId=" + customer);
        await agent.Page.FillAsync("[name=Serial]", "QQR4002411000917");
        await agent.Page.SelectOptionAsync("[name=ModelCode]", "QQ-R400");
        await agent.Page.SelectOptionAsync("[name=AddressId]", (await agent.Page.Locator("[name=AddressId] option").Last.GetAttributeAsync("value"))!);
        await agent.Page.FillAsync("[name=InstalledOn]", "2024-11-20");
        await agent.SubmitAsync(agent.Page.Locator("form[action$='/app/machines/new'] button[type=submit]").Last);
        agent.Page.Url.Contains("/new", StringComparison.Ordinal).ShouldBeFalse(await agent.TextAsync());
    }

    /// <returns>Number of the request.</returns>
    private static async Task<string> ReportAsync(Person customer)
    {
        var machine = await customer.Page.Locator("a[href*='/machines/']").First.GetAttributeAsync("href");
        await customer.GoAsync($"/report?machine={machine!.Split('/')[^1]}&type=repair");
        await customer.Page.FillAsync("[name=Description]", Fault);
        await customer.SubmitAsync(customer.Page.Locator("form:has([name=Description]) button[type=submit]").First);
        customer.Page.Url.ShouldContain("/requests/SR-");
        (await PageChecks.WrongInBothAsync(customer.Page, "request")).ShouldBeEmpty();
        return customer.Page.Url.Split('/')[^1].Split('?')[0];
    }

    private async Task<string> ConvertAsync(string request)
    {
        await using var agent = await host.OpenAsync(Site);
        await agent.SignInAsync("agent");
        await agent.GoAsync("/app/requests/" + request);
        (await agent.TextAsync()).ShouldContain(Fault);
        await agent.SubmitAsync(agent.Page.Locator("button[name='Triage.Convert']"));
        var text = await agent.TextAsync();
        var number = System.Text.RegularExpressions.Regex.Match(agent.Page.Url + text, @"WO-\d{4}-\d{6,}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        number.ShouldNotBeEmpty(text);
        return number;
    }

    /// <returns>The outlet's name.</returns>
    private async Task<string> DispatchAsync(string order)
    {
        await using var dispatcher = await host.OpenAsync(Site);
        await dispatcher.SignInAsync("dispatcher");
        await dispatcher.GoAsync("/app/orders/" + order);
        await dispatcher.Page.Locator("[data-dialog='assign-outlet'], [commandfor='assign-outlet'], [popovertarget='assign-outlet']").First.ClickAsync();
        foreach (var choice in await dispatcher.Page.Locator("#assign-outlet label.choice").AllAsync())
        {
            var name = (await choice.Locator(".strong").First.InnerTextAsync()).Trim();
            if (Demo.Organisations.TryGetValue(name, out var code) && Demo.OutletAccount(code) is not null)
            {
                await choice.ClickAsync();
                await dispatcher.SubmitAsync(dispatcher.Page.Locator("#assign-outlet button[type=submit]:not([formmethod=dialog])").Last);
                (await dispatcher.TextAsync()).ShouldContain(name);
                return name;
            }
        }

        throw new InvalidOperationException("No outlet with an account serves this customer.");
    }

    /// <returns>The technician's sign-in.</returns>
    private async Task<string> AcceptAndNameAsync(string order, string outlet)
    {
        await using var person = await host.OpenAsync(Site);
        await person.SignInAsync(Demo.OutletAccount(Demo.Organisations[outlet])!);
        await person.GoAsync("/app/orders/" + order);
        await person.SubmitAsync(person.Page.Locator("form[action$='/accept'] button, form[action$='/Accept'] button").First);
        await person.Page.Locator("[data-dialog='assign-technician'], [commandfor='assign-technician'], [popovertarget='assign-technician']").First.ClickAsync();
        foreach (var choice in await person.Page.Locator("#assign-technician label.choice").AllAsync())
        {
            var name = (await choice.Locator(".strong").First.InnerTextAsync()).Trim();
            if (Demo.TechnicianAccount(name) is { } account)
            {
                await choice.ClickAsync();
                await person.SubmitAsync(person.Page.Locator("#assign-technician button[type=submit]:not([formmethod=dialog])").Last);
                return account;
            }
        }

        throw new InvalidOperationException($"No technician of {outlet} has an account.");
    }

    private async Task BookAsync(string order)
    {
        await using var agent = await host.OpenAsync(Site);
        await agent.SignInAsync("agent");
        await agent.GoAsync("/app/orders/" + order);
        await agent.Page.Locator("[data-dialog='book'], [commandfor='book'], [popovertarget='book']").First.ClickAsync();
        await agent.Page.Locator("#book [name='Book.Slot']").First.CheckAsync(new LocatorCheckOptions { Force = true });
        await agent.SubmitAsync(agent.Page.Locator("#book button[type=submit]:not([formmethod=dialog])").Last);
        (await agent.Page.Locator("dialog#book[open]").CountAsync()).ShouldBe(0, await agent.TextAsync());
    }

    private async Task<FieldWork> WorkAsync(string order, string account)
    {
        await using var technician = await host.OpenAsync(Site, width: 360);
        await technician.SignInAsync(account);
        var work = new FieldWork(technician);
        await work.FindAsync(order);
        await work.BeginAsync();
        await work.DoStepsAsync();
        await work.FinishAsync();
        return work;
    }

    private async Task ReviewAsync(string order)
    {
        await using var claims = await host.OpenAsync(Site);
        await claims.SignInAsync("claims");
        await claims.GoAsync("/app/orders/" + order);
        await claims.SubmitAsync(claims.Page.Locator("form[action$='/review'] button, form[action$='/Review'] button").First);
        await claims.Page.Locator("[data-dialog='close'], [commandfor='close'], [popovertarget='close']").First.ClickAsync();
        await claims.SubmitAsync(claims.Page.Locator("#close button[type=submit]:not([formmethod=dialog])").Last);
        (await claims.TextAsync()).ShouldContain("已关闭");
    }

    private static async Task SeeOnPortalAsync(Person customer, string order, FieldWork work)
    {
        await customer.GoAsync("/orders/" + order);
        var text = await customer.TextAsync();
        text.ShouldContain(order);
        text.ShouldContain(FieldWork.Conclusion);
        work.Layers.Count.ShouldBe(2, "the brand's steps and the dealer's");
        new[] { "photo", "limited reading", "signature" }.Except(work.Kinds).ShouldBeEmpty();
        work.Wrong.ShouldBeEmpty();
        (await customer.Page.Locator("img[alt*='签字']").CountAsync()).ShouldBe(1);
        (await customer.Page.Locator(".gallery img").CountAsync()).ShouldBe(work.Photos);
        var picture = await customer.Page.Locator(".gallery img").First.GetAttributeAsync("src");
        (await customer.Page.APIRequest.GetAsync(new Uri(new Uri(customer.Page.Url), picture!).ToString())).Status.ShouldBe(200);
        if (work.ChangedFilter)
        {
            text.ShouldContain("更换的滤芯");
        }
    }

    private async Task NobodyElseSeesAsync(string order)
    {
        foreach (var stranger in new[] { "lanjing", "hairong", "baoyuan" })
        {
            await using var person = await host.OpenAsync(Site);
            await person.SignInAsync(stranger);
            (await person.GoAsync("/app/orders/" + order)).Status.ShouldBe(404, stranger);
            await person.GoAsync("/app/orders?view=all&q=" + order);
            (await person.TextAsync()).ShouldNotContain(order, Case.Sensitive, stranger);
        }

        await using var other = await host.OpenAsync("home");
        await other.SignInAsync("admin");
        // The other site numbers its own orders: the same number may well be there, and is another family's.
        await other.GoAsync("/app/orders/" + order);
        await SeesNothingAsync(other);
        foreach (var list in new[] { "/app/orders?view=all&q=", "/app/requests?view=all&q=", "/app/customers?q=" })
        {
            await other.GoAsync(list + Phone);
            await SeesNothingAsync(other);
        }
    }

    private static async Task SeesNothingAsync(Person person)
    {
        var text = await person.TextAsync();
        text.ShouldNotContain(Fault);
        text.ShouldNotContain("欧阳慧敏");
    }
}
