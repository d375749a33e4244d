using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.IntegrationTests.BadInput;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.Network;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Security;
using ServicePlatform.Tasks;

namespace ServicePlatform.IntegrationTests.Recipes;

/// <summary>A recipe is brought to an open site, looked at, and run as a long task.</summary>
[Trait("capability", "B20")]
public sealed class RecipeScreenTests(TestPlatform platform)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_file_is_shown_first_and_run_when_confirmed(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        var admin = await site.SignInAsync(StandardRoles.Administrator);

        var wrong = await UploadAsync(admin, ("""{ "steps": [ { "name": "look", "accent": "red" }, { "name": "nothing" } ] }"""));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var words = await wrong.Content.ReadAsStringAsync(Stop);
        words.ShouldContain("$.steps[0].accent");
        words.ShouldContain("nothing");

        var shown = await UploadAsync(admin, ("""{ "steps": [ { "name": "settings", "siteName": "新站点" }, { "name": "principals", "principals": [{ "code": "third", "name": "第三品牌" }] } ] }"""));
        shown.StatusCode.ShouldBe(HttpStatusCode.OK);
        platform.Services.GetRequiredService<SiteRegistry>().Find(site.Id)!.Row.Name.ShouldNotBe("新站点", "nothing is done before it is confirmed");

        var check = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await shown.Content.ReadAsStringAsync(Stop));
        var started = await admin.SendAsync(check, "app/settings/recipe/run");
        started.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var task = Guid.Parse(started.Headers.Location!.ToString().Split('/')[^1]);
        (await site.TaskEndedAsync(task)).Phase.ShouldBe(LongTaskPhase.Succeeded);
        platform.Services.GetRequiredService<SiteRegistry>().Find(site.Id)!.Row.Name.ShouldBe("新站点");
        (await site.PrincipalAsync("third")).ShouldNotBe(Guid.Empty);
    }

    [Fact]
    public async Task Another_sites_file_is_not_run_here_and_only_who_may_comes_here()
    {
        var site = await SampleNetwork.CreateAsync(platform, "Sqlite");
        var agent = await site.SignInAsync(StandardRoles.Agent);
        (await agent.GetAsync("app/settings/recipe")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await agent.GetAsync("app/settings/recipe/export")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var admin = await site.SignInAsync(StandardRoles.Administrator);
        var other = await UploadTests.SendAsync(admin, "app/settings/recipe/run", "None", "none.json", "application/json", [1], ("recipe", "own.other.0123456789abcdef"));
        other.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var file = await admin.GetAsync("app/settings/recipe/export");
        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        file.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe(site.Id + ".recipe.json");
    }

    private static Task<HttpResponseMessage> UploadAsync(Browser admin, string recipe) =>
        UploadTests.SendAsync(admin, "app/settings/recipe", "RecipeFile", "new.recipe.json", "application/json", Encoding.UTF8.GetBytes(recipe), ("None", ""));
}
