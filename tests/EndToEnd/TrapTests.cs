using Microsoft.Playwright;
using ServicePlatform.EndToEndTests.Fixture;

namespace ServicePlatform.EndToEndTests;

/// <summary>What hasty fingers and two people at once do: each act once, nothing typed is lost.</summary>
public sealed class TrapTests(DemoHost host)
{
    [Fact]
    public async Task A_report_sent_twice_is_one_request()
    {
        const string Fault = "净水器夜里有滴答声，早上地面有一小滩水。";
        await using var customer = await host.OpenAsync("aqua", width: 360);
        await customer.SignInByPhoneAsync("13800001022");
        await customer.GoAsync("/report");
        await customer.Page.FillAsync("[name=Description]", Fault);
        // The same form twice at once, as a phone does on a bad line; then the button by a double click.
        await customer.Page.EvaluateAsync(
            "async () => { const form = document.querySelector('form:has([name=Description])'); const send = () => fetch(form.action, { method: 'POST', body: new FormData(form) }); await Promise.all([send(), send()]); }");
        await customer.Page.Locator("form:has([name=Description]) button[type=submit]").First.DblClickAsync();
        await customer.Page.WaitForURLAsync("**/requests/SR-*");

        await customer.GoAsync("/orders");
        (await customer.Page.Locator(".list-item", new PageLocatorOptions { HasText = Fault }).CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task An_order_is_accepted_once_by_a_double_click()
    {
        await using var outlet = await host.OpenAsync("aqua");
        await FindAsync(outlet, Demo.OutletAccounts, "/app/orders?view=all", "form[action$='/accept'] button, form[action$='/Accept'] button");
        await outlet.Page.Locator("form[action$='/accept'] button, form[action$='/Accept'] button").First.DblClickAsync();
        await outlet.Page.GetByText("网点已接单").Or(outlet.Page.GetByText("已接单")).First.WaitForAsync();
        await outlet.Page.ReloadAsync();
        (await outlet.Page.Locator(".timeline .entry-title", new PageLocatorOptions { HasText = "接单" }).CountAsync()).ShouldBe(1, await outlet.TextAsync());
    }

    [Fact]
    public async Task An_order_is_closed_once_by_a_double_click()
    {
        await using var claims = await host.OpenAsync("aqua");
        await FindAsync(claims, ["claims"], "/app/orders?view=review", "[data-dialog='close']");
        await claims.Page.Locator("[data-dialog='close']").First.ClickAsync();
        await claims.Page.Locator("#close button[type=submit]:not([formmethod=dialog])").Last.DblClickAsync();
        await claims.Page.GetByText("已关闭").First.WaitForAsync();
        await claims.Page.ReloadAsync();
        (await claims.Page.Locator(".timeline .entry-title", new PageLocatorOptions { HasText = "关闭" }).CountAsync()).ShouldBe(1, await claims.TextAsync());
    }

    [Fact]
    public async Task A_stale_page_says_so_and_keeps_what_was_typed()
    {
        const string Reason = "客户说已经自己修好，不用再上门了。";
        await using var first = await host.OpenAsync("aqua");
        await FindAsync(first, ["dispatcher"], "/app/orders?view=all", "[data-dialog='assign-outlet']");
        await using var second = await host.OpenAsync("aqua");
        await second.SignInAsync("manager");
        await second.Page.GotoAsync(first.Page.Url);
        await second.Page.Locator("[data-dialog='cancel']").First.DispatchEventAsync("click");
        await second.Page.FillAsync("#cancel textarea", Reason);

        await first.Page.Locator("[data-dialog='assign-outlet']").First.ClickAsync();
        await first.Page.Locator("#assign-outlet label.choice").First.ClickAsync();
        await first.SubmitAsync(first.Page.Locator("#assign-outlet button[type=submit]:not([formmethod=dialog])").Last);
        await second.SubmitAsync(second.Page.Locator("#cancel button[type=submit]:not([formmethod=dialog])").Last);

        await second.Page.Locator("#cancel[open] [data-errors]").WaitForAsync();
        (await second.Page.Locator("#cancel [data-errors]").InnerTextAsync()).ShouldContain("刚被别人修改过");
        (await second.Page.InputValueAsync("#cancel textarea")).ShouldBe(Reason);
        (await PageChecks.WrongInBothAsync(second.Page, "stale")).ShouldBeEmpty();

        await second.SubmitAsync(second.Page.Locator("#cancel button[type=submit]:not([formmethod=dialog])").Last);
        (await second.TextAsync()).ShouldContain("已取消", Case.Sensitive, "sent again after a look, it is taken");
    }

    /// <summary>Opens the first order on whose page the part is, signed in as the first of the accounts that has one.</summary>
    private static async Task FindAsync(Person person, IEnumerable<string> accounts, string list, string part)
    {
        foreach (var account in accounts)
        {
            await person.SignInAsync(account);
            await person.GoAsync(list);
            var orders = await person.Page.Locator("tr[data-row] a[href*='/orders/']").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
            foreach (var order in orders.Take(12))
            {
                await person.Page.GotoAsync(order);
                if (await person.Page.Locator(part).CountAsync() > 0)
                {
                    return;
                }
            }

            await person.Page.Context.ClearCookiesAsync();
        }

        throw new InvalidOperationException($"Nobody has an order with {part}.");
    }
}
