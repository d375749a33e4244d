using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.CustomFields.Definitions;
using ServicePlatform.CustomFields.Values;
using ServicePlatform.Fields;
using ServicePlatform.IntegrationTests.Devices;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.Network;
using ServicePlatform.IntegrationTests.Recipes;

namespace ServicePlatform.IntegrationTests.CustomFields;

/// <summary>Fields that come with a recipe.</summary>
[Trait("capability", "B20")]
public sealed class FieldRecipeTests(TestPlatform platform)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task They_are_brought_to_what_the_recipe_says_and_keep_their_values(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        await site.Site.RunRecipeAsync(Recipe("""{ "code": "flat", "name": "住宅" }, { "code": "villa", "name": "别墅" }"""));
        await SaveAsync(site, "张伟", "别墅");

        await site.Site.RunRecipeAsync(Recipe("""{ "code": "villa", "name": "独栋", "englishName": "Villa" }, { "code": "office", "name": "写字楼" }"""));

        var field = await site.Site.ReadAsync(db => db.Set<FieldDefinition>().AsNoTracking().SingleAsync(row => row.Code == "dwelling"));
        field.Choices.Select(choice => (choice.Code, choice.Name)).ShouldBe([("villa", "独栋"), ("office", "写字楼")]);
        (await site.Site.ReadAsync(db => db.Set<FieldValue>().SingleAsync())).Text.ShouldBe("villa");
        (await site.Site.ReadAsync(db => db.Set<FieldDefinition>().OrderBy(row => row.Place).Select(row => row.Code).ToListAsync())).ShouldBe(["lift", "dwelling"]);
    }

    [Theory, DatabaseData]
    public async Task What_values_depend_on_is_refused_before_anything_is_done(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        await site.Site.RunRecipeAsync(Recipe("""{ "code": "flat", "name": "住宅" }, { "code": "villa", "name": "别墅" }"""));
        await SaveAsync(site, "张伟", "别墅");
        var before = await site.Site.TablesAsync();

        var gone = await RunAsync(site, Recipe("""{ "code": "flat", "name": "住宅" }"""));
        var other = await RunAsync(site, """
            { "steps": [ { "name": "principals", "principals": [{ "code": "new", "name": "新品牌" }] },
              { "name": "custom-fields", "fields": [{ "of": "customer", "code": "dwelling", "name": "住房", "type": "Text" }] } ] }
            """);

        gone.Failure!.Fields.ShouldHaveSingleItem().Code.ShouldBe("custom-fields.recipe-choice-in-use");
        other.Failure!.Fields.ShouldHaveSingleItem().Code.ShouldBe("custom-fields.recipe-type-in-use");
        (await site.Site.TablesAsync()).ShouldBeSame(before);
    }

    private static string Recipe(string choices) => $$"""
        { "steps": [ { "name": "custom-fields", "fields": [
          { "of": "customer", "code": "lift", "name": "有无电梯", "type": "YesNo" },
          { "of": "customer", "code": "dwelling", "name": "住房类型", "type": "Choice", "choices": [ {{choices}} ] } ] } ] }
        """;

    private static Task<Result<Done>> RunAsync(DeviceSite site, string recipe) => site.Site.Platform.Services.GetRecipes().RunTextAsync(site.Site.Id, recipe, Stop);

    private static async Task SaveAsync(DeviceSite site, string name, string dwelling) => await site.Site.DoAsync(
        new SaveCustomer(null, await site.PrincipalAsync("p1"), CustomerKind.Person, name, Gender.Unknown, [], [], CustomFields: CustomFieldInput.Some(new Dictionary<string, string?> { ["dwelling"] = dwelling })));
}
