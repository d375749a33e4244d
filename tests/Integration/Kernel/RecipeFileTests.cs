using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Accounts.Settings.Recipe;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Recipes;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Tasks;

namespace ServicePlatform.IntegrationTests.Kernel;

/// <summary>A recipe that an operator brings as a file.</summary>
public sealed class RecipeFileTests(TestPlatform platform)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private RecipeCatalog Catalog => platform.Services.GetRequiredService<RecipeCatalog>();

    [Fact]
    public async Task A_site_is_made_from_a_file()
    {
        var id = "own" + Guid.NewGuid().ToString("N")[..8];
        var kept = await Catalog.KeepAsync(id, Bytes("""{ "steps": [ { "name": "features", "enable": ["Crm"] } ] }""", mark: true), Stop);
        kept.Succeeded.ShouldBeTrue(TestSite.Describe(kept.Failure));

        await using var scope = platform.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<SiteDirectory>().CreateAsync(new NewSite { Id = id, Name = "新品牌", Prefix = id, Recipe = kept.Value }, Stop);

        made.Succeeded.ShouldBeTrue(TestSite.Describe(made.Failure));
        platform.Services.GetRequiredService<SiteRegistry>().Find(id)!.Features.ShouldContain("Crm");
    }

    [Theory]
    [InlineData("{ \"steps\": [", "kernel.recipe-json")]
    [InlineData("[]", "kernel.recipe-steps")]
    [InlineData("{ \"steps\": [ { \"name\": \"features\" }, {} ] }", "kernel.recipe-step-name")]
    public async Task What_is_no_recipe_is_refused_before_anything_is_made(string text, string code)
    {
        var kept = await Catalog.KeepAsync("broken", Bytes(text), Stop);

        kept.Failure!.Fields.Single().Code.ShouldBe(code);
        Catalog.Find("own.broken").ShouldBeNull();
    }

    [Fact]
    public void A_name_does_not_lead_out_of_the_folder() => Catalog.Find("own./../../host").ShouldBeNull();

    [Fact]
    public async Task A_file_is_for_the_hosts_account_only_and_is_forgotten_once_the_site_is_made()
    {
        var id = "own" + Guid.NewGuid().ToString("N")[..8];
        var kept = (await Catalog.KeepAsync(id, Bytes("""{ "steps": [ { "name": "features", "enable": ["Crm"] } ] }"""), Stop)).Value;
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Catalog.Find(kept)!.File!).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await using var scope = platform.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<SiteDirectory>().CreateAsync(new NewSite { Id = id, Name = "新品牌", Prefix = id, Recipe = kept }, Stop)).Succeeded.ShouldBeTrue();

        Catalog.Find(kept).ShouldBeNull();
    }

    [Fact]
    public async Task A_file_that_fails_is_kept_for_the_next_try_and_goes_with_its_site()
    {
        var id = "own" + Guid.NewGuid().ToString("N")[..8];
        var kept = (await Catalog.KeepAsync(id, Bytes("""{ "steps": [ { "name": "no-such-step" } ] }"""), Stop)).Value;
        await using var scope = platform.Services.CreateAsyncScope();

        (await scope.ServiceProvider.GetRequiredService<SiteDirectory>().CreateAsync(new NewSite { Id = id, Name = "新品牌", Prefix = id, Recipe = kept }, Stop)).Succeeded.ShouldBeFalse();

        Catalog.Find(kept).ShouldNotBeNull();
        Catalog.Forget(kept);
        Catalog.Find(kept).ShouldBeNull();
    }

    [Fact]
    public async Task A_start_forgets_what_was_brought_long_ago_and_is_not_needed()
    {
        var (old, needed, fresh) = (await KeepAsync(), await KeepAsync(), await KeepAsync());
        var before = platform.Clock.GetUtcNow().UtcDateTime.AddDays(-2);
        File.SetLastWriteTimeUtc(Catalog.Find(old)!.File!, before);
        File.SetLastWriteTimeUtc(Catalog.Find(needed)!.File!, before);

        Catalog.ForgetOld([needed]);

        Catalog.Find(old).ShouldBeNull();
        Catalog.Find(needed).ShouldNotBeNull();
        Catalog.Find(fresh).ShouldNotBeNull();

        async Task<string> KeepAsync() => (await Catalog.KeepAsync("own" + Guid.NewGuid().ToString("N")[..8], Bytes("""{ "steps": [] }"""), Stop)).Value;
    }

    [Fact]
    public async Task What_a_site_brings_is_forgotten_when_it_has_run_and_when_it_cannot()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        var good = (await Catalog.KeepAsync(site.Id + ".1", Bytes("""{ "steps": [ { "name": "limits", "photoMegabytes": 7 } ] }"""), Stop)).Value;
        var bad = (await Catalog.KeepAsync(site.Id + ".2", Bytes("""{ "steps": [ { "name": "no-such-step" } ] }"""), Stop)).Value;

        foreach (var (recipe, phase) in new[] { (good, LongTaskPhase.Succeeded), (bad, LongTaskPhase.Failed) })
        {
            var task = await site.DoAsync(new StartRecipe(recipe));
            (await site.TaskEndedAsync(task)).Phase.ShouldBe(phase);
            Catalog.Find(recipe).ShouldBeNull();
        }
    }

    private static byte[] Bytes(string text, bool mark = false) => [.. mark ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes(text)];
}
