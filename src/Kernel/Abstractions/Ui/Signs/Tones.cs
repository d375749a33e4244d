using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ServicePlatform.Ui;

/// <summary>Names and shapes of the tones. Views write a tone in lower case or pass the value of <see cref="Tone"/>.</summary>
internal static class Tones
{
    private static readonly HtmlString Ring = new("<circle cx=\"6\" cy=\"6\" r=\"4.5\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.8\"/>");
    private static readonly HtmlString Half = new("<circle cx=\"6\" cy=\"6\" r=\"4.6\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\"/><path d=\"M6 3a3 3 0 0 1 0 6z\" fill=\"currentColor\"/>");
    private static readonly HtmlString Disc = new("<circle cx=\"6\" cy=\"6\" r=\"5.4\" fill=\"currentColor\"/>");
    private static readonly HtmlString Triangle = new("<path d=\"M6 .9 11.6 10.9H.4z\" fill=\"currentColor\" stroke=\"currentColor\" stroke-linejoin=\"round\" stroke-width=\".8\"/>");
    private static readonly HtmlString Diamond = new("<path d=\"M6 .4 11.6 6 6 11.6.4 6z\" fill=\"currentColor\"/>");

    public static Tone Parse(string? name) => Enum.TryParse<Tone>(name, ignoreCase: true, out var tone) ? tone : Tone.Neutral;

    public static string Name(this Tone tone) => tone switch
    {
        Tone.Info => "info",
        Tone.Good => "good",
        Tone.Warn => "warn",
        Tone.Bad => "bad",
        _ => "neutral",
    };

    public static TagBuilder Mark(this Tone tone) => Markup.Tag("svg").With("viewBox", "0 0 12 12").With("aria-hidden", "true").Add(tone switch
    {
        Tone.Info => Half,
        Tone.Good => Disc,
        Tone.Warn => Triangle,
        Tone.Bad => Diamond,
        _ => Ring,
    });

    /// <summary>The icon of a notice in this tone.</summary>
    public static string IconName(this Tone tone) => tone switch
    {
        Tone.Good => "circle-check",
        Tone.Warn => "triangle-alert",
        Tone.Bad => "octagon-alert",
        _ => "info",
    };
}
