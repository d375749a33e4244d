using FsCheck;
using FsCheck.Fluent;
using ServicePlatform.Ui.Colours;

namespace ServicePlatform.UnitTests.Themes;

/// <summary>Text reaches 4.5 and icons and lines reach 3 on every ground they stand on, in light and dark (screens.md: tokens).</summary>
public sealed class ContrastTests
{
    private static readonly string[] Grounds = ["page", "rail", "surface", "raised", "sunken", "hover", "pressed"];
    private static readonly string[] Texts = ["text", "text-soft", "text-quiet", "accent-text"];
    private static readonly string[] Statuses = ["info", "good", "warn", "bad", "neutral"];

    private static IEnumerable<(string Front, string Ground, double Needed)> Pairs()
    {
        foreach (var ground in Grounds)
        {
            foreach (var text in Texts)
            {
                yield return (text, ground, 4.5);
            }

            foreach (var status in Statuses)
            {
                yield return (status, ground, 4.5);
                yield return (status + "-mark", ground, 3);
            }
        }

        foreach (var status in Statuses)
        {
            yield return (status, status + "-soft", 4.5);
            yield return ("text", status + "-soft", 4.5);
            yield return ("text-soft", status + "-soft", 4.5);
            yield return (status + "-mark", status + "-soft", 3);
        }

        foreach (var ground in (string[])["page", "surface", "raised", "sunken"])
        {
            yield return ("control-line", ground, 3);
            yield return ("focus", ground, 3);
            yield return ("accent", ground, 3);
        }

        foreach (var pair in AccentPairs)
        {
            yield return pair;
        }
    }

    private static readonly (string Front, string Ground, double Needed)[] AccentPairs =
    [
        ("on-accent", "accent", 4.5), ("on-accent", "accent-hover", 4.5), ("accent-text", "accent-soft", 4.5),
        ("text", "accent-soft", 4.5), ("text-soft", "accent-soft", 4.5), ("text-quiet", "accent-soft", 4.5), ("accent-text", "surface", 4.5),
    ];

    [Fact]
    public void Every_theme_is_readable()
    {
        TokenFile.Paths().ShouldNotBeEmpty();
        foreach (var path in TokenFile.Paths())
        {
            Failures(new TokenFile(File.ReadAllText(path)), Pairs()).ShouldBeEmpty(path);
        }
    }

    [Fact]
    public void An_accent_of_any_colour_is_readable()
    {
        var theme = File.ReadAllText(TokenFile.Paths()[0]);
        var colours = Gen.Choose(0, 0xffffff).Select(rgb => $"#{rgb:x6}").ToArbitrary();
        Prop.ForAll(colours, accent =>
        {
            // a later rule wins, as in the browser
            var css = theme + AccentRamp.ToCss(accent);
            Failures(new TokenFile(css), AccentPairs).ShouldBeEmpty(accent);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_is_no_colour_sets_no_accent() => AccentRamp.ToCss("red;}body{display:none").ShouldBeNull();

    [Fact]
    public void A_colour_survives_the_way_to_oklch_and_back() => Colour.Parse("#067493")!.ToHex().ShouldBe("#067493");

    private static List<string> Failures(TokenFile tokens, IEnumerable<(string Front, string Ground, double Needed)> pairs) =>
        [.. from pair in pairs
            from dark in (bool[])[false, true]
            let contrast = Colour.Contrast(tokens.Colour(pair.Front, dark), tokens.Colour(pair.Ground, dark))
            where contrast < pair.Needed
            select $"{(dark ? "dark" : "light")} {pair.Front} on {pair.Ground}: {contrast:0.00}, needed {pair.Needed}"];
}
