using ServicePlatform.EndToEndTests.Fixture;

namespace ServicePlatform.EndToEndTests.Pages;

/// <summary>
/// One visitor follows every link that he is shown, each kind of page and each state of a record once, and has each looked at.
/// </summary>
internal sealed class Tour(Person person, PageCheck check, TourLog log)
{
    private const int DeskWidth = 1280;
    private static readonly string?[] NoVariant = [null, "after", "before", "sort", "q", "returnUrl", "view"];

    private readonly HashSet<string> _met = new(StringComparer.Ordinal);
    private readonly Queue<string> _next = new();
    private readonly List<string> _problems = [];

    /// <summary>Templates of the pages that were opened.</summary>
    public HashSet<string> Opened { get; } = new(StringComparer.Ordinal);

    public int Pages { get; private set; }

    /// <returns>What is wrong, each with the page.</returns>
    public async Task<IReadOnlyList<string>> WalkAsync(IEnumerable<string> start)
    {
        foreach (var path in start)
        {
            log.Opens(_met, $"{Template(path)} {Variant(new Uri(person.Site + path).Query)}", "");
            _next.Enqueue(person.Site + path);
        }

        var first = true;
        while (_next.TryDequeue(out var address))
        {
            var path = await OpenAsync(address);
            foreach (var link in await check.Page.EvaluateAsync<string[][]>("() => pageCheck.links()"))
            {
                Offer(link[0], link[1]);
            }

            Note(path, await check.WholeAsync());
            Note(path, await check.PartsAsync());
            if (log.OpensPanels && Template(path) is not ("" or Imports) && await check.Page.Locator("main a[data-panel]").CountAsync() > 0)
            {
                await LookAtPanelAsync(path);
            }

            if (first && path.StartsWith("/app", StringComparison.Ordinal))
            {
                first = false;
                Note(path, await check.FrameAsync());
            }

            if (log.Tries(Template(path)))
            {
                await TryEmptySearchAsync(path);
                await TryEmptyFormsAsync(path, address);
            }
        }

        return _problems;
    }

    /// <summary>Looks at a page on the way to the first one.</summary>
    public async Task LookAsync()
    {
        var path = PathOf(check.Page.Url);
        Opened.Add(Template(path));
        Note(path, await check.WholeAsync());
    }

    private async Task<string> OpenAsync(string address)
    {
        var answer = await check.Page.GotoAsync(address) ?? throw new InvalidOperationException($"{address} gave no answer.");
        Pages++;
        Opened.Add(Template(PathOf(address)));
        var path = PathOf(check.Page.Url);
        Opened.Add(Template(path));
        if (answer.Status != 200 && !path.Contains("no-such-page", StringComparison.Ordinal))
        {
            _problems.Add($"{path}: answers {answer.Status}");
        }

        return path;
    }

    /// <param name="state">State of the record in whose row the link stands, as the page says it; empty elsewhere.</param>
    private void Offer(string address, string state)
    {
        if (!address.StartsWith(person.Site + "/", StringComparison.Ordinal))
        {
            return;
        }

        var path = PathOf(address);
        var template = ProductPages.Find(path.Split('?')[0]);
        if (template is not (null or Imports + "/{id:guid}") && !UnopenedPages.IsData(template) && log.Opens(_met, $"{template} {Variant(new Uri(address).Query)}", state))
        {
            _next.Enqueue(address.Split('#')[0]);
        }
    }

    /// <summary>The first record of a list beside it, as on a wide screen.</summary>
    private async Task LookAtPanelAsync(string path)
    {
        var narrow = check.Page.ViewportSize!;
        await check.Page.SetViewportSizeAsync(DeskWidth, narrow.Height);
        await check.Page.Locator("main a[data-panel]").First.ClickAsync();
        var title = check.Page.Locator("#panel .page-title");
        try
        {
            await title.WaitForAsync();
            Note(path + " with its panel", await check.PanelAsync());
        }
        catch (TimeoutException)
        {
            _problems.Add(path + ": its panel does not open");
        }

        await check.Page.SetViewportSizeAsync(narrow.Width, narrow.Height);
    }

    /// <summary>A list in which nothing is found says so.</summary>
    private async Task TryEmptySearchAsync(string path)
    {
        if (await check.Page.Locator("form.filters input[name=q]").CountAsync() == 0)
        {
            return;
        }

        await check.Page.GotoAsync($"{person.Site}{path.Split('?')[0]}?q=zzqqxx{(path.Contains("view=", StringComparison.Ordinal) ? "&" + path.Split('?')[1] : "")}");
        if (await check.Page.Locator(".empty").CountAsync() == 0)
        {
            _problems.Add(path + " with nothing found: does not say so");
        }

        Note(path + " with nothing found", await check.WholeAsync());
    }

    /// <summary>A form without what it must have comes back with the errors.</summary>
    private async Task TryEmptyFormsAsync(string path, string address)
    {
        await check.Page.GotoAsync(address);
        foreach (var at in await check.Page.EvaluateAsync<int[]>("() => pageCheck.demanding()"))
        {
            await check.Page.GotoAsync(address);
            await check.Page.EvaluateAsync("at => { window.before = true; pageCheck.sendEmpty(at); }", at);
            await check.Page.WaitForFunctionAsync("() => !window.before && document.readyState === 'complete'");
            var name = $"{path} sent empty ({at})";
            if (await check.Page.Locator("[data-errors], .field-error:not(:empty), .toast, [role=alert]").CountAsync() == 0)
            {
                _problems.Add(name + ": shows no error");
            }

            Note(name, await check.WholeAsync());
        }
    }

    /// <summary>What makes one page out of an address: the view of a list, and for what a form is opened.</summary>
    private static string Variant(string query)
    {
        var values = System.Web.HttpUtility.ParseQueryString(query);
        return values["view"] + string.Join(',', values.AllKeys.Except(NoVariant, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal));
    }

    private void Note(string path, IEnumerable<string> problems) => _problems.AddRange(problems.Select(problem => $"{path}: {problem}"));

    private string PathOf(string address) => address.StartsWith(person.Site, StringComparison.Ordinal) ? address[person.Site.Length..] : address;

    /// <summary>These pages show the columns of somebody's file, in whatever language; the tests of the import look at them.</summary>
    private const string Imports = "app/imports";

    private static string Template(string path) => ProductPages.Find(path.Split('?', '#')[0]) ?? "";
}
