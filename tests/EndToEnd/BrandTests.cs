using System.Diagnostics;
using System.Text;
using Microsoft.Playwright;
using ServicePlatform.EndToEndTests.Fixture;

namespace ServicePlatform.EndToEndTests;

/// <summary>A new brand from one file: the operator gives it, the brand's people sign in, and its customer finds his machine on the brand's and the dealer's portal.</summary>
public sealed class BrandTests(DemoHost host)
{
    private const string Password = "Change-me-2026";
    private const string Phone = "13800051001";
    private const string Table = """
        客户编号,姓名,手机号,行政区划代码,详细地址,门牌号,机身号,型号,安装日期
        QY-0001,章若溪,13800051001,330106,杭州市西湖区翠苑街道文一路98号,3幢2单元501,QY8002610000017,QY-800,2026-10-18
        """;

    [Fact, Trait("capability", "B20")]
    public async Task A_brand_is_live_with_one_file()
    {
        var watch = Stopwatch.StartNew();
        await using var operators = await host.OpenAsync("operator");
        await operators.SignInAsync("operator", "operator-demo-2611");
        await operators.GoAsync("/app/sites/new");
        await operators.Page.FillAsync("[name=Name]", "泉悦净水服务");
        await operators.Page.FillAsync("[name=Id]", "quanyue");
        await operators.Page.FillAsync("[name=Prefix]", "quanyue");
        await operators.Page.SetInputFilesAsync("[name=RecipeFile]", new FilePayload { Name = "brand.recipe.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(Recipe()) });
        await operators.SubmitAsync(operators.Page.Locator("form:has([name=RecipeFile]) button[type=submit]:not([name=act])"));
        (await operators.TextAsync()).ShouldContain("泉悦净水服务");
        await operators.Page.Locator("#task").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached, Timeout = 120_000 });
        (await PageChecks.WrongInBothAsync(operators.Page, "site made")).ShouldBeEmpty();

        await using var admin = await host.OpenAsync("quanyue", width: 360);
        await admin.SignInAsync("admin", Password);
        await ImportAsync(admin);

        await admin.GoAsync("/app/settings/fields");
        (await admin.TextAsync()).ShouldContain("保修卡号");

        await using var customer = await host.OpenAsync("quanyue", width: 360);
        await customer.SignInByPhoneAsync(Phone);
        (await customer.TextAsync()).ShouldContain("泉悦800G厨下反渗透净水器");
        (await customer.Page.Locator(".portal-brand").InnerTextAsync()).Trim().ShouldBe("泉悦净水服务");
        var accents = new List<string> { await AccentAsync(operators), await AccentAsync(customer) };
        TestContext.Current.SendDiagnosticMessage("A brand is live, with its customer signed in, after {0:0} s", watch.Elapsed.TotalSeconds);

        await using var visitor = await host.OpenAsync("quanyue/yuequan", width: 360);
        await visitor.GoAsync("/");
        (await visitor.Page.Locator(".portal-brand").InnerTextAsync()).Trim().ShouldBe("悦泉净水");
        accents.Add(await AccentAsync(visitor));
        accents.Distinct(StringComparer.Ordinal).Count().ShouldBe(3, "the brand and its dealer have colours of their own");
        (await visitor.Page.Locator("footer").InnerTextAsync()).ShouldContain("400 000 5200");
        (await PageChecks.WrongInBothAsync(visitor.Page, "dealer's portal")).ShouldBeEmpty();
    }

    /// <summary>The file that the guide shows, with the inbox where tests read their codes.</summary>
    private static string Recipe() => File.ReadAllText(Path.Combine(Repository.Root, "docs/examples/brand.recipe.json"))
        .Replace("\"Messaging\", ", "\"Messaging\", \"Messaging.Development\", ", StringComparison.Ordinal);

    private static async Task ImportAsync(Person admin)
    {
        await admin.GoAsync("/app/imports/new");
        await admin.Page.SelectOptionAsync("[name=PrincipalId]", new SelectOptionValue { Label = "泉悦" });
        await admin.Page.SetInputFilesAsync("[name=File]", new FilePayload { Name = "customers.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Table) });
        await admin.SubmitAsync(admin.Page.Locator("form:has([name=File]) button[type=submit]").Last);
        await admin.Page.Locator("form[action$='/run'] button").ClickAsync();
        await admin.Page.GetByText("再导入一个文件").WaitForAsync();
    }

    private static Task<string> AccentAsync(Person person) => person.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()");
}
