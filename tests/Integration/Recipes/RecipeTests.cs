using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.Network;
using ServicePlatform.Kernel.Recipes;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Recipes;

namespace ServicePlatform.IntegrationTests.Recipes;

/// <summary>Recipes stand altogether or not at all, may be run again, and can be written from a site.</summary>
[Trait("capability", "B20")]
public sealed class RecipeTests(TestPlatform platform)
{
    private const string SetUp = """
        { "steps": [
          { "name": "settings", "siteName": "净安服务", "theme": "Clear", "timeZone": "Asia/Urumqi" },
          { "name": "calendar", "saturday": "09:00-18:00", "sunday": "closed", "publicHolidays": "China",
            "ownDays": [{ "from": "2026-12-31", "until": "2026-12-31", "name": "盘点", "hours": "closed" }] },
          { "name": "limits", "photoMegabytes": 8 },
          { "name": "look", "accent": "#0F6B5C", "hotline": "400-000-2001" },
          { "name": "roles", "roles": [{ "role": "agent", "permissions": ["crm.view"] }] },
          { "name": "categories", "categories": [{ "code": "water-purifier", "name": "净水器", "attributes": [{ "code": "tank", "name": "压力桶", "kind": "Number", "unit": "L" }] }] },
          { "name": "models", "models": [{ "principal": "qingquan", "code": "R400", "name": "清泉R400", "category": "water-purifier",
            "filters": [{ "partCode": "PP", "name": "PP棉", "kind": "Sediment", "lifeDays": 180 }] }] },
          { "name": "compounds", "compounds": [{ "code": "yanyuan", "name": "燕园小区", "division": "131082", "readings": [{ "on": "2026-05-01", "tds": 310, "hardness": 220 }] }] },
          { "name": "procedures",
            "procedures": [
              { "code": "install", "layer": "platform", "category": "water-purifier", "jobTypes": ["install"], "title": { "zh": "安装", "en": "Installation" }, "steps": [
                { "code": "pressure", "section": "Workplace", "kind": "Reading", "isMandatory": true, "reading": "InletPressure", "unit": "MPa", "minimum": 0.1, "maximum": 0.4, "title": { "zh": "测量水压", "en": "Measure the pressure" } },
                { "code": "sign", "section": "Finishing", "kind": "Signature", "isMandatory": true, "title": { "zh": "签字", "en": "Sign" } } ] },
              { "code": "install", "layer": "brand", "principal": "qingquan", "category": "water-purifier", "jobTypes": ["install"], "title": { "zh": "清泉安装", "en": "QingQuan installation" }, "steps": [
                { "code": "nameplate", "after": "pressure", "section": "Commissioning", "kind": "Photo", "title": { "zh": "拍铭牌", "en": "Nameplate" }, "photoAngle": { "zh": "正面", "en": "From the front" } } ] } ],
            "dealerLayers": [{ "dealer": "d1", "procedure": "install", "steps": [
              { "code": "d1-tag", "after": "nameplate", "section": "Finishing", "kind": "Tick", "title": { "zh": "挂牌", "en": "Hang the tag" } } ] }] },
          { "name": "custom-fields", "fields": [
            { "of": "customer", "code": "lift", "name": "有无电梯", "englishName": "Lift", "type": "YesNo" },
            { "of": "machine", "code": "width", "name": "橱柜内宽", "type": "Number", "least": 20, "most": 200, "unit": "cm", "isFilter": false },
            { "of": "machine", "code": "warranty_card", "name": "保修卡号", "type": "Text", "principal": "lanjing", "isRequired": true, "isActive": false },
            { "of": "customer", "code": "dwelling", "name": "住房类型", "type": "Choice", "choices": [{ "code": "flat", "name": "普通住宅", "englishName": "Flat" }, { "code": "villa", "name": "别墅" }] }] },
          { "name": "message-templates" } ] }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_step_that_fails_leaves_the_site_as_it_was(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        await using (var scope = platform.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SiteDirectory>().SwitchAsync(site.Id, [], ["WorkOrders"], Stop);
        }

        var (before, row) = (await site.TablesAsync(), platform.Services.GetRequiredService<SiteRegistry>().Find(site.Id)!.Row);

        var result = await platform.Services.GetRecipes().RunTextAsync(
            site.Id,
            """
            { "steps": [
              { "name": "features", "enable": ["WorkOrders"] },
              { "name": "settings", "siteName": "另一个名称" },
              { "name": "principals", "principals": [{ "code": "new", "name": "新品牌" }] },
              { "name": "sample-note" },
              { "name": "sample-brittle" } ] }
            """,
            Stop);

        result.Failure!.Code.ShouldBe("kernel.recipe-step");
        (await site.TablesAsync()).ShouldBeSame(before);
        var after = platform.Services.GetRequiredService<SiteRegistry>().Find(site.Id)!.Row;
        (after.Name, after.Features, after.Version).ShouldBe((row.Name, row.Features, row.Version));
    }

    [Theory, DatabaseData]
    public async Task A_second_run_changes_no_row(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        await site.RunRecipeAsync(SetUp);
        await site.DeliverAsync();
        var before = await site.TablesAsync();
        var version = platform.Services.GetRequiredService<SiteRegistry>().Find(site.Id)!.Row.Version;
        platform.Clock.Advance(TimeSpan.FromSeconds(5));

        await site.RunRecipeAsync(SampleNetwork.Recipe);
        await site.RunRecipeAsync(SetUp);
        await site.DeliverAsync();

        (await site.TablesAsync()).ShouldBeSame(before);
        platform.Services.GetRequiredService<SiteRegistry>().Find(site.Id)!.Row.Version.ShouldBe(version);
    }

    [Theory, DatabaseData]
    public async Task What_is_written_from_a_site_makes_the_same_site(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        await site.RunRecipeAsync(SetUp);

        var (written, again) = await CopyAsync(site, database);

        written.ShouldContain("净安服务");
        written.ShouldContain("Asia/Urumqi");
        written.ShouldContain("盘点");
        written.ShouldContain("d2-a");
        written.ShouldContain("R400");
        written.ShouldContain("燕园小区");
        written.ShouldContain("220", customMessage: "readings of a compound");
        written.ShouldContain("InletPressure");
        written.ShouldContain("清泉安装");
        written.ShouldContain("d1-tag", customMessage: "what a dealer adds");
        written.ShouldContain("warranty_card");
        written.ShouldContain("villa");
        written.ShouldNotContain("刘师傅", customMessage: "people are no part of a set-up");
        again.ShouldBe(written);
    }

    [Fact]
    public async Task Progress_is_told_step_by_step()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        var told = new Told();

        (await platform.Services.GetRecipes().RunAsync(site.Id, "blank", told, Stop)).Succeeded.ShouldBeTrue();

        told.ShouldBe([new("features", 0, 3), new("organisations", 1, 3), new("message-templates", 2, 3), new("", 3, 3)]);
    }

    [Fact]
    public async Task Every_step_has_a_form_and_every_shipped_recipe_fits_it()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        var steps = await site.UseAsync<IServiceProvider, IReadOnlyList<IRecipeStep>>(services => Task.FromResult<IReadOnlyList<IRecipeStep>>([.. services.GetServices<IRecipeStep>()]));
        steps.Where(step => !step.Name.StartsWith("sample-", StringComparison.Ordinal)).ShouldAllBe(step => step.Form != null);

        foreach (var recipe in platform.Services.GetRequiredService<RecipeCatalog>().Names.Where(name => name is not ("operator" or "brittle")))
        {
            var preview = await platform.Services.GetRecipes().PreviewAsync(site.Id, recipe, Stop);
            (preview.Failure?.Fields ?? []).Where(fault => fault.Code != "kernel.recipe-new-site-only").ShouldBeEmpty(recipe);
        }
    }

    [Fact]
    public async Task The_schema_knows_every_step()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        var schema = System.Text.Json.Nodes.JsonNode.Parse(await platform.Services.GetRequiredService<RecipeSchema>().WriteAsync(site.Id))!;

        var definitions = schema["$defs"]!.AsObject();
        definitions.Select(definition => definition.Key).ShouldBe(
            ["accounts", "calendar", "categories", "compounds", "custom-fields", "demo-history", "features", "limits", "look", "message-templates", "models", "operator-account", "organisations", "principals", "procedures", "roles", "settings", "technicians"]);
        var code = definitions["organisations"]!["properties"]!["organisations"]!["items"]!["properties"]!["code"]!;
        ((int)code["maxLength"]!, (string)code["pattern"]!).ShouldBe((40, "^[a-z0-9]+(-[a-z0-9]+)*$"));
        definitions["organisations"]!.ToJsonString().ShouldContain("#/$defs/organisations/");
    }

    internal async Task<(string Written, string Again)> CopyAsync(TestSite site, string database)
    {
        var written = await ExportAsync(site);
        var blank = await platform.CreateSiteAsync(database);
        await blank.RunRecipeAsync(written);
        return (written, await ExportAsync(blank));
    }

    private static Task<string> ExportAsync(TestSite site) =>
        site.UseAsync<RecipeExporter, string>(async exporter => Encoding.UTF8.GetString(await exporter.ExportAsync(Stop)));

    private sealed class Told : List<RecipeProgress>, IProgress<RecipeProgress>
    {
        public void Report(RecipeProgress value) => Add(value);
    }
}
