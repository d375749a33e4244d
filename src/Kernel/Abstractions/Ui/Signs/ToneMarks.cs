namespace ServicePlatform.Ui;

/// <summary>The shape and the name of each tone, so that a status never speaks by colour alone.</summary>
public static class ToneMarks
{
    /// <summary>The name that views and styles use: <c>good</c>.</summary>
    public static string Name(Tone tone) => tone switch
    {
        Tone.Info => "info",
        Tone.Good => "good",
        Tone.Warn => "warn",
        Tone.Bad => "bad",
        _ => "neutral",
    };

    /// <summary>SVG shapes on a grid of 12 by 12.</summary>
    public static string Shape(Tone tone) => tone switch
    {
        Tone.Info => "<circle cx=\"6\" cy=\"6\" r=\"4.6\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\"/><path d=\"M6 3a3 3 0 0 1 0 6z\" fill=\"currentColor\"/>",
        Tone.Good => "<circle cx=\"6\" cy=\"6\" r=\"5.4\" fill=\"currentColor\"/>",
        Tone.Warn => "<path d=\"M6 .9 11.6 10.9H.4z\" fill=\"currentColor\" stroke=\"currentColor\" stroke-linejoin=\"round\" stroke-width=\".8\"/>",
        Tone.Bad => "<path d=\"M6 .4 11.6 6 6 11.6.4 6z\" fill=\"currentColor\"/>",
        _ => "<circle cx=\"6\" cy=\"6\" r=\"4.5\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.8\"/>",
    };
}
