using System.Globalization;
using Microsoft.Playwright;

namespace ServicePlatform.EndToEndTests.Fixture;

/// <summary>A technician at work on his phone pages.</summary>
internal sealed class FieldWork(Person person)
{
    public const string Conclusion = "更换滤芯并冲洗，出水正常，接头无渗漏。";
    private const int MostSteps = 60;

    /// <summary>Whose steps were done: the brand's and the dealer's.</summary>
    public HashSet<string> Layers { get; } = new(StringComparer.Ordinal);

    /// <summary>What was wrong with the pages on the way, in light and dark; empty when all is well.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>Kinds of steps that were met.</summary>
    public HashSet<string> Kinds { get; } = new(StringComparer.Ordinal);

    public int Photos { get; private set; }

    public bool ChangedFilter { get; private set; }

    private IPage Page => person.Page;

    /// <summary>Opens the visit of an order from the day's list.</summary>
    public async Task FindAsync(string order)
    {
        foreach (var view in new[] { "", "?view=next" })
        {
            await person.GoAsync("/app/my-day" + view);
            var visits = await Page.Locator("a[href*='/visits/']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
            foreach (var visit in visits.Distinct(StringComparer.Ordinal))
            {
                await Page.GotoAsync(new Uri(new Uri(Page.Url), visit).ToString());
                if ((await Page.InnerTextAsync("body")).Contains(order, StringComparison.Ordinal))
                {
                    return;
                }
            }
        }

        throw new InvalidOperationException($"The order {order} is not in the technician's list.");
    }

    /// <summary>Sets out, arrives, begins.</summary>
    public async Task BeginAsync()
    {
        for (var act = 0; act < 3; act++)
        {
            await PressAsync(Page.Locator("form[data-act] button[type=submit], .primary button").Last);
        }
    }

    public async Task DoStepsAsync()
    {
        for (var count = 0; count < MostSteps; count++)
        {
            if (await Page.Locator("[name=Conclusion]").CountAsync() > 0)
            {
                return;
            }

            await DoStepAsync();
        }

        throw new InvalidOperationException("The steps do not end: " + await Page.InnerTextAsync("main"));
    }

    public async Task FinishAsync()
    {
        Wrong.AddRange(await PageChecks.WrongInBothAsync(Page, "finish"));
        await Page.FillAsync("[name=Conclusion]", "");
        await RefuseAsync("[name=Conclusion]");
        await Page.FillAsync("[name=Finding]", "前置滤芯堵塞，进水压力正常。");
        await Page.FillAsync("[name=Conclusion]", Conclusion);
        await PressAsync(Page.Locator("[form=act]").Last);
        (await Page.Locator("[name=Conclusion]").CountAsync()).ShouldBe(0, await Page.InnerTextAsync("main"));
    }

    private async Task DoStepAsync()
    {
        var kind = await KindAsync();
        if (Kinds.Add(kind))
        {
            Wrong.AddRange(await PageChecks.WrongInBothAsync(Page, kind));
            await TryWrongAsync(kind);
        }

        if (await Page.Locator("form[action*='/filter'] button[type=submit], form[action*='/Filter'] button[type=submit]").CountAsync() > 0 && !ChangedFilter)
        {
            ChangedFilter = true;
            await PressAsync(Page.Locator("form[action*='/filter'] button[type=submit], form[action*='/Filter'] button[type=submit]").First);
            return;
        }

        if (await Page.Locator("main .tag").CountAsync() > 0)
        {
            Layers.Add(await Page.Locator("main .tag").First.InnerTextAsync());
        }

        if (await Page.Locator("form#act input[type=file][name=Photo]").CountAsync() > 0)
        {
            await Page.Locator("form#act input[type=file][name=Photo]").First.SetInputFilesAsync(Repository.Photo(Photos % 2 == 0 ? "under-sink-1.jpg" : "filter-new.jpg"));
            Photos++;
        }
        else if (await Page.Locator("form#act [name=Value]").CountAsync() > 0)
        {
            await Page.FillAsync("form#act [name=Value]", await ReadingAsync());
        }
        else if (await Page.Locator("form#act textarea[name=Text]").CountAsync() > 0)
        {
            await Page.FillAsync("form#act textarea[name=Text]", "已按要求完成并与客户确认。");
        }

        if (kind == "signature")
        {
            await DrawAsync();
        }

        await PressAsync(Page.Locator("[form=act]").Last);
    }

    private async Task<string> KindAsync()
    {
        foreach (var (kind, field) in new[]
        {
            ("photo", "form#act input[type=file][name=Photo]"), ("limited reading", "[data-reading][data-maximum] [name=Value]"), ("reading", "form#act [name=Value]"),
            ("flush", "form#act [name=Minutes]"), ("text", "form#act textarea[name=Text]"), ("signature", "form#act canvas"), ("filter", "form[action*='/filter'], form[action*='/Filter']"),
        })
        {
            if (await Page.Locator(field).CountAsync() > 0)
            {
                return kind;
            }
        }

        return "tick";
    }

    /// <summary>What a step must refuse: nothing at all, a reading beyond its limits without a remedy.</summary>
    private async Task TryWrongAsync(string kind)
    {
        switch (kind)
        {
            case "photo":
                await RefuseAsync("input[type=file][name=Photo]");
                break;
            case "reading" or "limited reading":
                await RefuseAsync("[name=Value]");
                if (kind == "limited reading")
                {
                    await RefuseOutsideAsync();
                }

                break;
            case "text":
                await RefuseAsync("textarea[name=Text]");
                break;
            case "filter":
                await Page.Locator("[form=act]").Last.ClickAsync();
                await Page.Locator("[data-errors]").WaitForAsync();
                (await Page.EvaluateAsync<bool>("() => { const place = document.querySelector('[data-errors]').getBoundingClientRect(); return place.top >= 0 && place.bottom <= innerHeight; }")).ShouldBeTrue("the reason is seen without scrolling");
                break;
        }
    }

    /// <summary>Pressed without what is asked for, the page stays and says so at the field.</summary>
    private async Task RefuseAsync(string field)
    {
        await Page.Locator("[form=act]").Last.ClickAsync();
        await Page.Locator("form#act .field-error:visible, form#act [data-errors]:visible").First.WaitForAsync();
        (await Page.Locator("form#act " + field).CountAsync()).ShouldBe(1);
        Wrong.AddRange(await PageChecks.WrongInBothAsync(Page, "refused " + field));
    }

    private async Task RefuseOutsideAsync()
    {
        var most = await NumberAsync(Page.Locator("[data-reading]").First, "data-maximum");
        await Page.FillAsync("form#act [name=Value]", ((most ?? 0) * 10 + 1).ToString("0.##", CultureInfo.InvariantCulture));
        await Page.Locator("[data-remedy]:visible").WaitForAsync();
        await Page.Locator("[form=act]").Last.ClickAsync();
        await Page.Locator("form#act [data-errors]").WaitForAsync();
        Wrong.AddRange(await PageChecks.WrongInBothAsync(Page, "outside its limits"));
    }

    private async Task DrawAsync()
    {
        var pad = (await Page.Locator("form#act canvas").BoundingBoxAsync())!;
        await Page.Mouse.MoveAsync(pad.X + 40, pad.Y + 60);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(pad.X + 160, pad.Y + 100, new MouseMoveOptions { Steps = 6 });
        await Page.Mouse.MoveAsync(pad.X + 220, pad.Y + 50, new MouseMoveOptions { Steps = 6 });
        await Page.Mouse.UpAsync();
    }

    /// <summary>The middle of the limits; without limits a value that fits every meter.</summary>
    private async Task<string> ReadingAsync()
    {
        var field = Page.Locator("[data-reading]").First;
        var minimum = await NumberAsync(field, "data-minimum");
        var maximum = await NumberAsync(field, "data-maximum");
        var value = (minimum, maximum) switch
        {
            ({ } low, { } high) => (low + high) / 2,
            ({ } low, null) => low + 1,
            (null, { } high) => high / 2,
            _ => 60,
        };
        return value.ToString("0.##", CultureInfo.InvariantCulture);
    }

    private static async Task<double?> NumberAsync(ILocator field, string name) =>
        double.TryParse(await field.GetAttributeAsync(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Presses a button and waits until the page, or its middle part, has been replaced.</summary>
    private async Task PressAsync(ILocator button)
    {
        await Page.EvaluateAsync("() => document.querySelector('main').firstElementChild.setAttribute('data-before', '')");
        await button.ClickAsync();
        await Page.Locator("main > [data-before]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }
}
