using Microsoft.Playwright;
using ServicePlatform.EndToEndTests.Fixture;

namespace ServicePlatform.EndToEndTests.Pages;

/// <summary>Looks at the page that is open: axe, width, words, language, and what the browser complained of.</summary>
internal sealed class PageCheck
{
    private static readonly string Script = Path.Combine(Repository.Root, "tests/EndToEnd/Pages/check.js");

    private readonly List<string> _complaints = [];

    private readonly IReadOnlyList<string>? _foreign;

    private PageCheck(IPage page, bool english)
    {
        Page = page;
        _foreign = english ? ChineseTexts.All : null;
    }

    public IPage Page { get; }

    /// <summary>Makes every page that opens from now on ready to be looked at. The content security policy stays in force.</summary>
    /// <param name="english">The pages are to be English ones.</param>
    public static async Task<PageCheck> OnAsync(IPage page, bool english)
    {
        await page.AddInitScriptAsync(scriptPath: Script);
        var check = new PageCheck(page, english);
        page.PageError += (_, error) => check._complaints.Add("script: " + error);
        page.Console += (_, message) =>
        {
            // The browser reports a refused page itself as an error; that page is meant to be looked at.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                check._complaints.Add("console: " + message.Text);
            }
        };
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 500 || (answer.Status >= 400 && !answer.Request.IsNavigationRequest))
            {
                check._complaints.Add($"{answer.Status} from {answer.Url}");
            }
        };
        return check;
    }

    /// <summary>The whole page as it stands.</summary>
    public async Task<IEnumerable<string>> WholeAsync() => await FindAsync(
        """
        async (known) => {
            document.querySelectorAll('details:not([data-menu])').forEach((part) => { part.open = true; });
            return [...await pageCheck.accessibility(), ...pageCheck.words(), ...pageCheck.shape(), ...pageCheck.language(known)];
        }
        """);

    /// <summary>Each dialog and menu of the page's own, opened one after the other.</summary>
    public async Task<IEnumerable<string>> PartsAsync() => await FindAsync(
        """
        async (known) => {
            const problems = [];
            const look = async (name, part) => problems.push(...[...await pageCheck.accessibility(part), ...pageCheck.words(), ...pageCheck.shape(), ...pageCheck.language(known)].map((problem) => `${name}: ${problem}`));
            for (const dialog of document.querySelectorAll('main dialog[id]')) {
                dialog.showModal();
                await look('#' + dialog.id, dialog);
                dialog.close();
            }
            for (const menu of document.querySelectorAll('main details[data-menu]')) {
                menu.open = true;
                await look('menu', menu);
                menu.open = false;
            }
            return problems;
        }
        """);

    /// <summary>What every page of a frame has: menus of the bar, the drawer, the search and the question before an act.</summary>
    public async Task<IEnumerable<string>> FrameAsync() => await FindAsync(
        """
        async (known) => {
            const problems = [];
            const look = async (name, part) => problems.push(...[...await pageCheck.accessibility(part), ...pageCheck.words(), ...pageCheck.language(known)].map((problem) => `${name}: ${problem}`));
            for (const menu of document.querySelectorAll('header details')) {
                menu.open = true;
                await look('menu of the bar', menu);
                menu.open = false;
            }
            for (const dialog of document.querySelectorAll('body > dialog')) {
                dialog.showModal();
                await look('#' + dialog.id, dialog);
                dialog.close();
            }
            // axe does not know that a popover lies above everything else.
            const below = document.querySelector('.thumb-bar');
            for (const drawer of document.querySelectorAll('[popover]')) {
                drawer.showPopover();
                if (below) below.style.display = 'none';
                await look('drawer', drawer);
                if (below) below.style.display = '';
                drawer.hidePopover();
            }
            return problems;
        }
        """);

    /// <summary>The record beside a list.</summary>
    public async Task<IEnumerable<string>> PanelAsync() => await FindAsync(
        """
        async (known) => [...await pageCheck.accessibility(document.querySelector('#panel')), ...pageCheck.words(), ...pageCheck.shape(), ...pageCheck.language(known)]
            .filter((problem) => !problem.includes('first headings'))
        """);

    private async Task<IEnumerable<string>> FindAsync(string script)
    {
        var problems = await Page.EvaluateAsync<string[]>(script, _foreign);
        var complaints = _complaints.ToList();
        _complaints.Clear();
        return problems.Concat(complaints).Distinct(StringComparer.Ordinal);
    }
}
