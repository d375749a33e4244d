using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.Network;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.IntegrationTests.Recipes;

/// <summary>What is wrong with a recipe is found before anything of it is done.</summary>
[Trait("capability", "B20")]
public sealed class BadRecipeTests(TestPlatform platform)
{
    /// <summary>A recipe with one fault, the place where it is, and the code of its words.</summary>
    public static TheoryData<string, string, string> Faults { get; } = new()
    {
        { """{ "name": "features", "enable": ["Nowhere"] }""", "$.steps[0].enable[0]", "kernel.recipe-no-feature" },
        { """{ "name": "features", "enable": ["Operator"] }""", "$.steps[0].enable[0]", "kernel.recipe-feature-reserved" },
        { """{ "name": "features", "disable": ["Accounts"] }""", "$.steps[0].disable[0]", "kernel.recipe-feature-always" },
        { """{ "name": "features", "enable": "Crm" }""", "$.steps[0].enable", "kernel.recipe-type-array" },
        { """{ "name": "features", "enabled": ["Crm"] }""", "$.steps[0].enabled", "kernel.recipe-property-unknown" },
        { """{ "name": "feature" }""", "$.steps[0].name", "kernel.recipe-no-step" },
        { """{ "name": "settings", "culture": "xx-YY" }""", "$.steps[0].culture", "kernel.recipe-no-culture" },
        { """{ "name": "settings", "timeZone": "Asia/Atlantis" }""", "$.steps[0].timeZone", "kernel.recipe-no-time-zone" },
        { """{ "name": "settings", "theme": "Neon" }""", "$.steps[0].theme", "kernel.recipe-no-theme" },
        { """{ "name": "settings", "siteName": "  " }""", "$.steps[0].siteName", "kernel.recipe-empty" },
        { """{ "name": "roles", "roles": [{ "role": "king", "permissions": [] }] }""", "$.steps[0].roles[0].role", "kernel.recipe-no-role" },
        { """{ "name": "roles", "roles": [{ "role": "agent", "permissions": ["orders.fly"] }] }""", "$.steps[0].roles[0].permissions[0]", "kernel.recipe-no-permission" },
        { """{ "name": "roles", "roles": [{ "role": "administrator", "permissions": [] }] }""", "$.steps[0].roles[0].role", "accounts.recipe-role-unlimited" },
        { """{ "name": "limits", "photoMegabytes": 99 }""", "$.steps[0].photoMegabytes", "kernel.recipe-range" },
        { """{ "name": "limits", "photoMegabytes": 1.5 }""", "$.steps[0].photoMegabytes", "kernel.recipe-type-integer" },
        { """{ "name": "limits", "photoMegabytes": "10" }""", "$.steps[0].photoMegabytes", "kernel.recipe-type-integer" },
        { """{ "name": "limits", "codesPerHour": 20, "codesPerDay": 5 }""", "$.steps[0].codesPerDay", "accounts.recipe-codes" },
        { """{ "name": "calendar", "monday": "9 to 5" }""", "$.steps[0].monday", "kernel.recipe-pattern" },
        { """{ "name": "calendar", "monday": "17:00-09:00" }""", "$.steps[0].monday", "accounts.recipe-hours" },
        { """{ "name": "calendar", "ownDays": [{ "from": "2026-13-01", "until": "2026-12-02", "name": "x", "hours": "closed" }] }""", "$.steps[0].ownDays[0].from", "kernel.recipe-format" },
        { """{ "name": "calendar", "ownDays": [{ "from": "2026-12-03", "until": "2026-12-02", "name": "x", "hours": "closed" }] }""", "$.steps[0].ownDays[0].until", "accounts.recipe-days" },
        { """{ "name": "look", "accent": "red" }""", "$.steps[0].accent", "kernel.recipe-pattern" },
        { """{ "name": "look", "hotline": "12" }""", "$.steps[0].hotline", "kernel.recipe-phone" },
        { """{ "name": "principals", "principals": [{ "code": "a" }] }""", "$.steps[0].principals[0]", "kernel.recipe-property-missing" },
        { """{ "name": "principals", "principals": [{ "code": null, "name": "A" }] }""", "$.steps[0].principals[0].code", "kernel.recipe-type-string" },
        { """{ "name": "principals", "principals": [{ "code": "a", "name": "A" }, { "code": "a", "name": "B" }] }""", "$.steps[0].principals[1].code", "kernel.recipe-key-twice" },
        { """{ "name": "principals", "principals": [{ "code": "a", "name": "A", "name": "B" }] }""", "$.steps[0].principals[0].name", "kernel.recipe-property-twice" },
        { """{ "name": "principals", "principals": [{ "code": "a", "name": "A", "active": "yes" }] }""", "$.steps[0].principals[0].active", "kernel.recipe-type-boolean" },
        { """{ "name": "principals", "principals": ["a"] }""", "$.steps[0].principals[0]", "kernel.recipe-type-object" },
        { $$"""{ "name": "principals", "principals": [{ "code": "a", "name": "{{new string('长', 201)}}" }] }""", "$.steps[0].principals[0].name", "kernel.recipe-too-long" },
        { """{ "name": "principals", "principals": [{ "code": "a", "name": "A\u0000" }] }""", "$.steps[0].principals[0].name", "kernel.recipe-control" },
        { """{ "name": "organisations", "organisations": [{ "code": "hq", "name": "H", "kind": "Palace" }] }""", "$.steps[0].organisations[0].kind", "kernel.recipe-choice" },
        { """{ "name": "organisations", "organisations": [{ "code": "hq", "name": "H", "kind": "HeadOffice", "children": [{ "code": "b", "name": "B", "kind": "Outlet", "principals": ["nobody"] }] }] }""", "$.steps[0].organisations[0].children[0].principals[0]", "kernel.recipe-no-principal" },
        { """{ "name": "organisations", "organisations": [{ "code": "hq", "name": "H", "kind": "HeadOffice", "children": [{ "code": "hq", "name": "B", "kind": "Outlet" }] }] }""", "$.steps[0].organisations[0].children[0].code", "kernel.recipe-key-twice" },
        { """{ "name": "organisations", "organisations": [{ "code": "hq", "name": "H", "kind": "HeadOffice", "latitude": "39" }] }""", "$.steps[0].organisations[0].latitude", "kernel.recipe-type-number" },
        { """{ "name": "organisations", "below": "nowhere", "organisations": [] }""", "$.steps[0].below", "kernel.recipe-no-organisation" },
        { """{ "name": "accounts", "accounts": [{ "userName": "u", "displayName": "U", "roles": [], "organisation": "d1", "password": "Water-purifier-1" }] }""", "$.steps[0].accounts[0].roles", "kernel.recipe-too-few" },
        { """{ "name": "custom-fields", "fields": [{ "of": "spaceship", "code": "a", "name": "A", "type": "Text" }] }""", "$.steps[0].fields[0].of", "kernel.recipe-no-field-subject" },
        { """{ "name": "custom-fields", "fields": [{ "of": "customer", "code": "A b", "name": "A", "type": "Text" }] }""", "$.steps[0].fields[0].code", "kernel.recipe-pattern" },
        { """{ "name": "custom-fields", "fields": [{ "of": "customer", "code": "a", "name": "A", "type": "Colour" }] }""", "$.steps[0].fields[0].type", "kernel.recipe-choice" },
        { """{ "name": "custom-fields", "fields": [{ "of": "customer", "code": "a", "name": "A", "type": "Text", "principal": "nobody" }] }""", "$.steps[0].fields[0].principal", "kernel.recipe-no-principal" },
        { """{ "name": "custom-fields", "fields": [{ "of": "customer", "code": "a", "name": "A", "type": "Text", "unit": "cm" }] }""", "$.steps[0].fields[0]", "custom-fields.recipe-not-number" },
        { """{ "name": "custom-fields", "fields": [{ "of": "customer", "code": "a", "name": "A", "type": "Number", "least": 3, "most": 2 }] }""", "$.steps[0].fields[0].most", "custom-fields.recipe-range" },
        { """{ "name": "custom-fields", "fields": [{ "of": "customer", "code": "a", "name": "A", "type": "Choice" }] }""", "$.steps[0].fields[0]", "custom-fields.recipe-choice-count" },
        { """{ "name": "custom-fields", "fields": [{ "of": "customer", "code": "a", "name": "A", "type": "YesNo", "choices": [{ "code": "c", "name": "C" }] }] }""", "$.steps[0].fields[0].choices", "custom-fields.recipe-not-choice" },
        { """{ "name": "custom-fields", "fields": [{ "of": "customer", "code": "a", "name": "A", "type": "Choice", "choices": [{ "code": "c", "name": "C" }, { "code": "c", "name": "D" }] }] }""", "$.steps[0].fields[0].choices[1].code", "custom-fields.recipe-choice-twice" },
        { """{ "name": "custom-fields", "fields": [{ "of": "customer", "code": "a", "name": "A", "type": "Text" }, { "of": "customer", "code": "a", "name": "B", "type": "Text" }] }""", "$.steps[0].fields[1].code", "kernel.recipe-key-twice" },
        { """{ "name": "models", "models": [{ "principal": "qingquan", "code": "R1", "name": "R1", "category": "spaceship" }] }""", "$.steps[0].models[0].category", "kernel.recipe-no-category" },
        { """{ "name": "procedures", "dealerLayers": [{ "dealer": "d1", "procedure": "unknown", "steps": [] }] }""", "$.steps[0].dealerLayers[0].procedure", "kernel.recipe-no-procedure" },
        { """{ "name": "procedures", "file": "missing.json" }""", "$.steps[0].file", "kernel.recipe-no-file" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task Each_fault_is_named_with_its_place_and_line(string step, string path, string code)
    {
        var site = await platform.SharedNetworkAsync();

        var result = await site.Platform.Services.GetRecipes().RunTextAsync(site.Id, "{ \"steps\": [\n" + step + "\n] }", TestContext.Current.CancellationToken);

        result.Failure!.Code.ShouldBe("kernel.recipe-wrong");
        var fault = result.Failure.Fields.ShouldHaveSingleItem();
        (fault.Field, fault.Code, fault.Arguments[1]).ShouldBe((path, code, 2));
        foreach (var culture in new[] { "zh-CN", "en" })
        {
            var words = await WordsAsync(site, fault, culture);
            words.ShouldContain(path, customMessage: culture);
            words.ShouldNotContain("kernel.", customMessage: "each kind of fault has its words");
        }
    }

    [Theory]
    [InlineData("{ \"steps\": [ { \"name\": ", "kernel.recipe-json")]
    [InlineData("", "kernel.recipe-json")]
    [InlineData("{ \"steps\": [] } more", "kernel.recipe-json")]
    [InlineData("[]", "kernel.recipe-steps")]
    [InlineData("{ \"steps\": {} }", "kernel.recipe-steps")]
    [InlineData("{ \"steps\": [ {} ] }", "kernel.recipe-step-name")]
    [InlineData("{ \"steps\": [ 1 ] }", "kernel.recipe-step-name")]
    [InlineData("{ \"steps\": [], \"extra\": 1 }", "kernel.recipe-property-unknown")]
    public async Task What_is_no_recipe_at_all_says_so(string text, string code)
    {
        var site = await platform.SharedNetworkAsync();

        var result = await site.Platform.Services.GetRecipes().RunTextAsync(site.Id, text, TestContext.Current.CancellationToken);

        result.Failure!.Fields.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Theory, DatabaseData]
    public async Task All_faults_are_listed_at_once_and_nothing_is_done(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        var before = await site.TablesAsync();
        var features = platform.Services.GetRequiredService<SiteRegistry>().Find(site.Id)!.Row.Features;

        var result = await platform.Services.GetRecipes().RunTextAsync(
            site.Id,
            """
            { "steps": [
              { "name": "features", "disable": ["Crm"] },
              { "name": "settings", "siteName": "新名称", "culture": "xx-YY" },
              { "name": "principals", "principals": [
                { "code": "new", "name": "新品牌" },
                { "code": "New", "name": "" } ] },
              { "name": "compounds", "compounds": [] },
              { "name": "organisations", "below": "hq", "organisations": [
                { "code": "x1", "name": "X", "kind": "Region", "principals": ["new", "nobody"] } ] } ] }
            """,
            TestContext.Current.CancellationToken);

        result.Failure!.Fields.Select(fault => (fault.Arguments[1], fault.Code)).ShouldBe(
        [
            (3, "kernel.recipe-no-culture"),
            (6, "kernel.recipe-pattern"),
            (6, "kernel.recipe-empty"),
            (7, "kernel.recipe-no-step"),
            (9, "kernel.recipe-no-principal"),
        ]);
        (await site.TablesAsync()).ShouldBeSame(before);
        platform.Services.GetRequiredService<SiteRegistry>().Find(site.Id)!.Row.Features.ShouldBe(features);
    }

    private static async Task<string> WordsAsync(TestSite site, FieldFailure fault, string culture)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return await site.UseAsync<IFailureText, string>(words => Task.FromResult(words.Describe(fault)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
