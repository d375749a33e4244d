using Microsoft.Playwright;
using ServicePlatform.EndToEndTests.Fixture;

namespace ServicePlatform.EndToEndTests;

/// <summary>Visits that do not go as planned, on the technician's phone.</summary>
public sealed class FieldTests(DemoHost host)
{
    [Fact]
    public async Task Work_that_cannot_be_finished_says_why_and_asks_for_another_visit()
    {
        await using var technician = await host.OpenAsync("aqua", width: 360);
        var order = await FindAsync(technician, "施工中");
        var wrong = new List<string>(await PageChecks.WrongInBothAsync(technician.Page, "step"));
        await OpenPartAsync(technician, "incomplete");
        wrong.AddRange(await PageChecks.WrongInBothAsync(technician.Page, "incomplete"));

        await PressAsync(technician);
        await technician.Page.Locator("form#act .field-error:visible, form#act [data-errors]:visible").First.WaitForAsync();
        wrong.AddRange(await PageChecks.WrongInBothAsync(technician.Page, "incomplete refused"));

        await technician.Page.Locator("label:has([name=Reason][value=AwaitingPart])").ClickAsync();
        await technician.Page.FillAsync("[name=Note]", "进水电磁阀需要订货，到货后再来。");
        await PressAsync(technician);
        await technician.Page.WaitForURLAsync("**/app/my-day*");

        await using var manager = await host.OpenAsync("aqua");
        await manager.SignInAsync("manager");
        await manager.GoAsync("/app/orders/" + order);
        var text = await manager.TextAsync();
        text.ShouldContain("进水电磁阀需要订货");
        text.ShouldContain("未完成");
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_closed_door_is_reported_and_the_desk_sees_it()
    {
        await using var technician = await host.OpenAsync("aqua", width: 360);
        var order = await FindAsync(technician, "已到达");
        var wrong = new List<string>(await PageChecks.WrongInBothAsync(technician.Page, "arrived"));
        await OpenPartAsync(technician, "nobody-home");
        wrong.AddRange(await PageChecks.WrongInBothAsync(technician.Page, "nobody home"));
        await technician.Page.FillAsync("[name=Note]", "敲门十分钟无人应，电话未接。");
        await PressAsync(technician);
        await technician.Page.WaitForURLAsync("**/app/my-day*");
        await technician.GoAsync("/app/my-day?view=done");
        (await technician.TextAsync()).ShouldContain("上门未遇");

        await using var manager = await host.OpenAsync("aqua");
        await manager.SignInAsync("manager");
        await manager.GoAsync("/app/orders/" + order);
        (await manager.TextAsync()).ShouldContain("上门未遇");
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Everything_on_the_phone_is_large_enough_for_a_thumb()
    {
        await using var technician = await host.OpenAsync("aqua", width: 360);
        await FindAsync(technician, "已预约");
        var small = await technician.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('button, a[href], summary, input:not([type=hidden])')].filter(e => e.checkVisibility() && !e.closest('p, .skip, .fact, dd')).map(e => [e, e.getBoundingClientRect()]).filter(([, r]) => r.height > 0 && r.height < 43.5).map(([e, r]) => e.outerHTML.slice(0, 80) + ' ' + r.height)");
        small.ShouldBeEmpty();
        var foot = await technician.Page.EvaluateAsync<double>("() => innerHeight - document.querySelector('.phone-end').getBoundingClientRect().bottom");
        foot.ShouldBe(0, 0.5, "the next step stays under the thumb");
    }

    /// <summary>Opens a visit in the state, of whichever technician has one. Answers its order's number.</summary>
    private static async Task<string> FindAsync(Person person, string state)
    {
        foreach (var account in Demo.TechnicianAccounts)
        {
            await person.SignInAsync(account);
            foreach (var view in new[] { "", "?view=next" })
            {
                await person.GoAsync("/app/my-day" + view);
                var visit = person.Page.Locator(".list-item", new PageLocatorOptions { HasText = state }).Locator("a[href*='/visits/']").First;
                if (await visit.CountAsync() > 0)
                {
                    await person.Page.GotoAsync(new Uri(new Uri(person.Page.Url), await visit.GetAttributeAsync("href")).ToString());
                    return (await person.Page.Locator(".phone-title").InnerTextAsync()).Trim();
                }
            }

            await person.Page.Context.ClearCookiesAsync();
        }

        throw new InvalidOperationException($"No technician has a visit in the state {state}.");
    }

    private static async Task OpenPartAsync(Person person, string part) => await person.Page.GotoAsync(person.Page.Url.Split('?')[0] + "?part=" + part);

    private static Task PressAsync(Person person) => person.Page.Locator("[form=act]").Last.ClickAsync();
}
