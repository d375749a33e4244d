using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ServicePlatform.Ui;

/// <summary>Tones as views write them: in lower case, or a value of <see cref="Tone"/>.</summary>
internal static class Tones
{
    public static Tone Parse(string? name) => Enum.TryParse<Tone>(name, ignoreCase: true, out var tone) ? tone : Tone.Neutral;

    public static string Name(this Tone tone) => ToneMarks.Name(tone);

    public static TagBuilder Mark(this Tone tone) =>
        Markup.Tag("svg").With("viewBox", "0 0 12 12").With("aria-hidden", "true").Add(new HtmlString(ToneMarks.Shape(tone)));

    /// <summary>The icon of a notice in this tone.</summary>
    public static string IconName(this Tone tone) => tone switch
    {
        Tone.Good => "circle-check",
        Tone.Warn => "triangle-alert",
        Tone.Bad => "octagon-alert",
        _ => "info",
    };
}
