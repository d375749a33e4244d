using System.Net;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Accounts;

public sealed class FeatureHistoryTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    public async Task The_page_of_features_says_who_switched_what(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var admin = await site.SignInAsync(StandardRoles.Administrator);
        var page = await admin.PageAsync("app/settings/features/Portal");

        (await admin.SendAsync(page, "settings/features/Portal")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var history = (await admin.PageAsync("app/settings/features")).QuerySelector(".timeline").ShouldNotBeNull().TextContent;
        history.ShouldContain("停用：客户门户");
        history.ShouldContain("Staff u");
    }
}
