using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Recipes;
using ServicePlatform.Kernel.Sites;

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

    private static byte[] Bytes(string text, bool mark = false) => [.. mark ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes(text)];
}
