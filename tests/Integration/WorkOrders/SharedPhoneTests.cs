using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Customers;
using ServicePlatform.IntegrationTests.Fixture;

namespace ServicePlatform.IntegrationTests.WorkOrders;

/// <summary>The portal of a number that several customers have.</summary>
public sealed class SharedPhoneTests(TestPlatform platform)
{
    private const string Shared = "+8613800001261";

    [Fact]
    public async Task A_number_that_two_people_call_their_own_greets_neither_and_says_whose_machine_each_is()
    {
        var page = await HomeAsync(orderOfSecond: 0);

        page.QuerySelector("h1")!.ParentElement!.TextContent.ShouldNotContain("女士");
        page.Body!.TextContent.ShouldContain("张丽 ·");
        page.Body.TextContent.ShouldContain("陈建国 ·");
    }

    [Fact]
    public async Task Whose_main_number_it_is_comes_before_those_who_have_it_beside_another()
    {
        var page = await HomeAsync(orderOfSecond: 1);

        page.Body!.TextContent.ShouldContain("张女士，您好");
        page.Body.TextContent.ShouldNotContain("陈建国");
        page.Body.TextContent.ShouldNotContain("张丽 ·");
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> HomeAsync(int orderOfSecond)
    {
        var scene = await OrderScene.MakeAsync(platform, "Sqlite");
        await scene.HouseholdAsync(scene.Aqua, phone: Shared[3..]);
        var second = await scene.HouseholdAsync(scene.Aqua, "陈建国", "13800001262", street: "阜通东大街9号");
        await scene.Site.ReadAsync(db => db.Set<CustomerPhone>().Where(phone => phone.CustomerId == second.Customer)
            .ExecuteUpdateAsync(set => set.SetProperty(phone => phone.Number, Shared).SetProperty(phone => phone.Order, orderOfSecond)));
        var browser = await scene.Site.SignInCustomerAsync(Shared);
        return await browser.PageAsync("");
    }
}
