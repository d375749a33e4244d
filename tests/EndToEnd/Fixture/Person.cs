using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ServicePlatform.EndToEndTests.Fixture;

/// <summary>Somebody at a browser: one page, one sign-in.</summary>
public sealed partial class Person(IPage page, string site) : IAsyncDisposable
{
    public const string DemoPassword = "Demo-2026-water";
    private static readonly ConcurrentDictionary<string, bool> Asked = new(StringComparer.Ordinal);

    public IPage Page => page;

    /// <summary>Address of the site, without a slash at the end.</summary>
    public string Site => site;

    public async Task<IResponse> GoAsync(string path)
    {
        var answer = await page.GotoAsync(site + path);
        return answer ?? throw new InvalidOperationException($"{path} gave no answer.");
    }

    public async Task SignInAsync(string userName, string password = DemoPassword)
    {
        await GoAsync("/sign-in/staff");
        await page.FillAsync("[name=UserName]", userName);
        await page.FillAsync("[name=Password]", password);
        await SubmitAsync(page.Locator("form:has([name=Password]) button[type=submit]"));
        page.Url.ShouldNotContain("sign-in", Case.Sensitive, $"'{userName}' could not sign in");
    }

    /// <summary>Signs in as a customer with the code that the development inbox shows.</summary>
    /// <remarks>A number gets one code a minute, so each test needs a number of its own.</remarks>
    /// <param name="phone">As people write it.</param>
    /// <param name="asked">What is done while the page asks for the code.</param>
    public async Task SignInByPhoneAsync(string phone, Func<Task>? asked = null)
    {
        Asked.TryAdd(phone, true).ShouldBeTrue($"{phone} is used by another test already, which may be less than a minute ago");
        await GoAsync("/sign-in");
        await page.FillAsync("[name=Phone]", phone);
        await SubmitAsync(page.Locator("form:has(input[name=Phone]:not([type=hidden])) button[type=submit]"));
        if (asked is not null)
        {
            await asked();
        }

        await using var inbox = new Person(await page.Context.NewPageAsync(), site);
        await inbox.GoAsync("/dev/inbox?q=" + phone);
        var newest = await inbox.Page.Locator(".timeline .lines, .lines").First.InnerTextAsync();
        await inbox.Page.CloseAsync();
        await page.FillAsync("[name=Code]", Code().Match(newest).Value);
        await SubmitAsync(page.Locator("form:has([name=Code]) button[type=submit]").First);
        page.Url.ShouldNotContain("sign-in", Case.Sensitive, $"{phone} could not sign in");
    }

    /// <summary>Presses a button that leads to another page, and waits for that page.</summary>
    public async Task SubmitAsync(ILocator button)
    {
        var before = page.WaitForResponseAsync(response => response.Request.IsNavigationRequest || response.Request.ResourceType is "xhr" or "fetch");
        await button.ClickAsync();
        await before;
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    public Task<string> TextAsync() => page.InnerTextAsync("main");

    public async ValueTask DisposeAsync()
    {
        if (!page.IsClosed)
        {
            await page.Context.CloseAsync();
        }
    }

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
