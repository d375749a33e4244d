using System.Net;
using System.Text.Json;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.Operator;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Kernel.Seeing;

public sealed class HealthTests(TestPlatform platform)
{
    private static readonly string[] Parts = ["host-database", "sites", "scheduler", "disk", "data-folder"];

    [Fact]
    public async Task Everybody_hears_one_word()
    {
        var site = await platform.CreateSiteAsync("Sqlite");

        foreach (var key in new[] { null, "", "wrong" })
        {
            var (status, words) = await AskAsync(key);

            status.ShouldBe(HttpStatusCode.OK);
            words.ShouldBeOneOf("Healthy", "Degraded");
            words.ShouldNotContain(site.Id);
        }
    }

    [Fact]
    public async Task Who_knows_the_key_sees_each_part_and_each_site()
    {
        var site = await platform.CreateSiteAsync("Sqlite");

        using var report = JsonDocument.Parse((await AskAsync(TestPlatform.HealthKey)).Words);

        Check(report, site);
    }

    [Fact]
    public async Task The_operator_sees_the_parts_and_nobody_else_does()
    {
        var area = await OperatorArea.MakeAsync(platform);
        var site = await platform.CreateSiteAsync("Sqlite");

        var answer = await area.Browser.GetAsync("api/health", "application/json");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Check(report, site);
        (await area.Site.Browse().GetAsync("api/health", "application/json")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var agent = await site.SignInAsync(StandardRoles.Administrator);
        (await agent.GetAsync("api/health", "application/json")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static void Check(JsonDocument report, TestSite site)
    {
        var parts = report.RootElement.GetProperty("parts").EnumerateArray().ToDictionary(part => part.GetProperty("name").GetString()!, part => part);
        parts.Keys.ShouldBe(Parts, ignoreOrder: true);
        parts["sites"].GetProperty("details").GetProperty(site.Id).GetString().ShouldBe("answers");
        parts["disk"].GetProperty("details").GetProperty("freeMegabytes").GetInt64().ShouldBePositive();
        foreach (var part in new[] { "host-database", "data-folder", "scheduler" })
        {
            parts[part].GetProperty("status").GetString().ShouldBe("Healthy", part);
        }

        report.RootElement.GetRawText().ShouldNotContain("Data Source");
        report.RootElement.GetRawText().ShouldNotContain("Password");
    }

    private async Task<(HttpStatusCode Status, string Words)> AskAsync(string? key)
    {
        using var client = platform.Factory.CreateClient();
        if (key is not null)
        {
            client.DefaultRequestHeaders.Add("X-Health-Key", key);
        }

        using var answer = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
