using System.Text.Json;
using Microsoft.Playwright;

namespace ServicePlatform.EndToEndTests.Fixture;

/// <summary>What must hold on every page in every look: axe finds nothing, and nothing stands out sideways.</summary>
internal static class PageChecks
{
    private const string Run =
        "async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | '))";

    /// <summary>What is wrong with the page as it stands.</summary>
    public static async Task<IReadOnlyList<string>> WrongAsync(IPage page, string where)
    {
        // A colour on its way to another is neither.
        await page.EvaluateAsync(
            """
            async () => {
                const frame = () => new Promise(done => requestAnimationFrame(done));
                await frame();
                await frame();
                await Promise.race([Promise.allSettled(document.getAnimations().filter(a => a.timeline === document.timeline).map(a => a.finished)), new Promise(done => setTimeout(done, 1000))]);
                await frame();
            }
            """);
        var found = await page.EvaluateAsync<JsonElement>(Run);
        var wrong = found.EnumerateArray().Select(violation => $"{where}: {violation.GetString()}").ToList();
        var beyond = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (beyond > 0)
        {
            wrong.Add($"{where}: {beyond} px stand out sideways");
        }

        return wrong;
    }

    /// <summary>The same in light and dark.</summary>
    public static async Task<IReadOnlyList<string>> WrongInBothAsync(IPage page, string where)
    {
        var wrong = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            wrong.AddRange(await WrongAsync(page, $"{where} ({scheme})"));
        }

        return wrong;
    }
}
