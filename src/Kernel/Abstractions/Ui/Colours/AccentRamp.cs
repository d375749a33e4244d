using System.Globalization;
using System.Text;

namespace ServicePlatform.Ui.Colours;

/// <summary>
/// The accent tokens of a brand or dealer, derived from one colour: its hue is kept, its lightness is moved where a step
/// would not be readable. The styles come after the theme's.
/// </summary>
public static class AccentRamp
{
    private const double TextContrast = 4.5;

    private static readonly (int Step, double Lightness, double Share)[] Steps =
    [
        (50, 0.975, 0.15), (100, 0.945, 0.28), (200, 0.89, 0.48), (300, 0.82, 0.72), (400, 0.73, 0.95),
        (500, 0.63, 1), (600, 0.535, 1), (700, 0.455, 0.92), (800, 0.38, 0.78), (900, 0.31, 0.6),
    ];

    private static readonly Colour White = new(1, 0, 0);
    private static readonly Colour DarkSurface = new(0.21, 0.008, 240);

    /// <summary>The rule that sets the accent tokens.</summary>
    /// <param name="accent">The brand's colour, <c>#rrggbb</c>.</param>
    /// <returns>CSS, or null where the text is no colour.</returns>
    public static string? ToCss(string? accent)
    {
        if (Colour.Parse(accent) is not { } brand)
        {
            return null;
        }

        var css = new StringBuilder(":root{");
        foreach (var (step, colour) in Of(brand))
        {
            css.Append(CultureInfo.InvariantCulture, $"--accent-{step}:{colour.ToHex()};");
        }

        var ground = new Colour(0.28, Math.Min(brand.Chroma, 0.05), brand.Hue).ToHex();
        var line = new Colour(0.42, Math.Min(brand.Chroma, 0.07), brand.Hue).ToHex();
        var ink = new Colour(0.24, Math.Min(brand.Chroma, 0.05), brand.Hue).ToHex();
        css.Append(CultureInfo.InvariantCulture, $"--on-accent:light-dark(#ffffff,{ink});--accent-soft:light-dark(var(--accent-50),{ground});--accent-line:light-dark(var(--accent-300),{line});");
        return css.Append('}').ToString();
    }

    /// <summary>The ten steps, 50 to 900: 600 carries white text, 700 is text on light grounds, 300 and 400 stand on dark ones.</summary>
    public static IReadOnlyDictionary<int, Colour> Of(Colour brand)
    {
        var ramp = new Dictionary<int, Colour>();
        foreach (var (step, lightness, share) in Steps)
        {
            var colour = new Colour(lightness, brand.Chroma * share, brand.Hue);
            ramp[step] = step switch
            {
                500 => Move(colour, White, 3, -0.005),
                >= 600 => Move(colour, White, TextContrast + (step == 600 ? 0.1 : 1.5), -0.005),
                300 or 400 => Move(colour, DarkSurface, TextContrast + 1, 0.005),
                _ => colour,
            };
        }

        return ramp;
    }

    private static Colour Move(Colour colour, Colour ground, double contrast, double step)
    {
        while (Colour.Contrast(colour, ground) < contrast && colour.Lightness is > 0.05 and < 0.97)
        {
            colour = colour with { Lightness = colour.Lightness + step };
        }

        return colour;
    }
}
