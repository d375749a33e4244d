using Microsoft.AspNetCore.Html;

namespace ServicePlatform.Ui;

/// <summary>Tones as views write them: in lower case, or a value of <see cref="Tone"/>.</summary>
internal static class Tones
{
    public static Tone Parse(string? name) => Enum.TryParse<Tone>(name, ignoreCase: true, out var tone) ? tone : Tone.Neutral;

    public static string Name(this Tone tone) => ToneMarks.Name(tone);

    private static readonly HtmlString[] Marks =
        [.. Enum.GetValues<Tone>().Select(tone => new HtmlString($"<svg viewBox=\"0 0 12 12\" aria-hidden=\"true\">{ToneMarks.Shape(tone)}</svg>"))];

    public static HtmlString Mark(this Tone tone) => Marks[(int)tone];

    /// <summary>The icon of a notice in this tone.</summary>
    public static string IconName(this Tone tone) => tone switch
    {
        Tone.Good => "circle-check",
        Tone.Warn => "triangle-alert",
        Tone.Bad => "octagon-alert",
        _ => "info",
    };
}
