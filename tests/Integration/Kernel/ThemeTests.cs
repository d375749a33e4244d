using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.IntegrationTests.Kernel;

/// <summary>A theme changes tokens and views for the sites that chose it, and for no other.</summary>
public sealed class ThemeTests(TestPlatform platform)
{
    private const string OfTheme = "Sample theme of ";
    private const string ClearTokens = "_content/ServicePlatform.Themes.Clear/tokens.css";
    private const string SampleTokens = "_content/ServicePlatform.SampleTheme/tokens.css";

    [Fact]
    public async Task A_view_of_the_theme_stands_in_for_the_modules_on_its_site_only()
    {
        var dressed = await platform.CreateSiteAsync("Sqlite");
        var plain = await platform.CreateSiteAsync("Sqlite");
        (await TextAsync(dressed)).ShouldNotContain(OfTheme);

        await DressAsync(dressed, "Sample");

        (await TextAsync(dressed)).ShouldContain(OfTheme + dressed.Id);
        (await TextAsync(plain)).ShouldNotContain(OfTheme);
        (await TextAsync(dressed)).ShouldContain("portal-head", Case.Sensitive, "what the theme does not bring comes from the kernel");

        await DressAsync(dressed, "Clear");
        (await TextAsync(dressed)).ShouldNotContain(OfTheme);
    }

    [Fact]
    public async Task The_tokens_of_a_theme_follow_those_of_its_parent()
    {
        var dressed = await platform.CreateSiteAsync("Sqlite");
        await DressAsync(dressed, "Sample");
        var plain = await platform.CreateSiteAsync("Sqlite");

        (await StylesAsync(dressed)).ShouldBe([ClearTokens, SampleTokens]);
        (await StylesAsync(plain)).ShouldBe([ClearTokens]);
    }

    [Fact]
    public async Task A_theme_that_is_not_installed_is_not_taken()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        (await SaveAsync(site, "Nowhere")).Failure!.Fields.Single().Code.ShouldBe("kernel.theme-unknown");
        (await StylesAsync(site)).ShouldBe([ClearTokens]);
    }

    private static async Task DressAsync(TestSite site, string theme) => (await SaveAsync(site, theme)).Succeeded.ShouldBeTrue();

    private static async Task<Commands.Result<Commands.Done>> SaveAsync(TestSite site, string theme)
    {
        var row = site.Platform.Services.GetRequiredService<SiteRegistry>().Find(site.Id)!.Row;
        await using var scope = site.Platform.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SiteDirectory>()
            .SaveSettingsAsync(site.Id, new SiteSettings(row.Name, row.Culture, row.TimeZone, theme), row.Version, TestContext.Current.CancellationToken);
    }

    private static async Task<string> TextAsync(TestSite site) => (await site.Browse().PageAsync("")).DocumentElement.OuterHtml;

    private static async Task<IReadOnlyList<string>> StylesAsync(TestSite site) =>
        [.. (await site.Browse().PageAsync("")).QuerySelectorAll("link[rel=stylesheet]")
            .Select(link => link.GetAttribute("href")!.Split('?')[0])
            .Where(href => href.EndsWith("/tokens.css", StringComparison.Ordinal))
            .Select(href => href[href.IndexOf("_content", StringComparison.Ordinal)..])];
}
