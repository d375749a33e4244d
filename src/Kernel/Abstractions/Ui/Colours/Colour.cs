using System.Globalization;

namespace ServicePlatform.Ui.Colours;

/// <summary>An opaque colour of the screen, as lightness, chroma and hue of OKLCH, where equal steps look equal.</summary>
/// <param name="Lightness">0 black to 1 white.</param>
/// <param name="Chroma">0 grey to about 0.37.</param>
/// <param name="Hue">Degrees, 0 to 360.</param>
public sealed record Colour(double Lightness, double Chroma, double Hue)
{
    private const double Fits = 0.0001;

    /// <summary>Reads <c>#rrggbb</c>.</summary>
    /// <returns>Null where the text is no colour.</returns>
    public static Colour? Parse(string? hex)
    {
        if (hex is not { Length: 7 } || hex[0] != '#' || !int.TryParse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb))
        {
            return null;
        }

        var (red, green, blue) = (Linear(rgb >> 16), Linear((rgb >> 8) & 255), Linear(rgb & 255));
        var l = Math.Cbrt((0.4122214708 * red) + (0.5363325363 * green) + (0.0514459929 * blue));
        var m = Math.Cbrt((0.2119034982 * red) + (0.6806995451 * green) + (0.1073969566 * blue));
        var s = Math.Cbrt((0.0883024619 * red) + (0.2817188376 * green) + (0.6299787005 * blue));
        var a = (1.9779984951 * l) - (2.428592205 * m) + (0.4505937099 * s);
        var b = (0.0259040371 * l) + (0.7827717662 * m) - (0.808675766 * s);
        var hue = Math.Atan2(b, a) * 180 / Math.PI;
        return new Colour((0.2104542553 * l) + (0.793617785 * m) - (0.0040720468 * s), Math.Sqrt((a * a) + (b * b)), hue < 0 ? hue + 360 : hue);
    }

    /// <summary>Contrast of two colours by WCAG 2, 1 to 21. Text needs 4.5, icons and lines 3.</summary>
    public static double Contrast(Colour first, Colour second)
    {
        var (a, b) = (first.Luminance(), second.Luminance());
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>The colour as <c>#rrggbb</c>, with less chroma where the screen cannot show so much.</summary>
    public string ToHex()
    {
        var rgb = Fitted();
        return string.Create(CultureInfo.InvariantCulture, $"#{Byte(rgb.Red):x2}{Byte(rgb.Green):x2}{Byte(rgb.Blue):x2}");
    }

    private static double Linear(int channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static int Byte(double linear)
    {
        var value = Math.Clamp(linear, 0, 1);
        return (int)Math.Round((value <= 0.0031308 ? value * 12.92 : (1.055 * Math.Pow(value, 1 / 2.4)) - 0.055) * 255);
    }

    private double Luminance()
    {
        var rgb = Fitted();
        return (0.2126 * Linear(Byte(rgb.Red))) + (0.7152 * Linear(Byte(rgb.Green))) + (0.0722 * Linear(Byte(rgb.Blue)));
    }

    private (double Red, double Green, double Blue) Fitted()
    {
        for (var chroma = Chroma; chroma > 0; chroma -= 0.002)
        {
            var rgb = Channels(chroma);
            if (Inside(rgb.Red) && Inside(rgb.Green) && Inside(rgb.Blue))
            {
                return rgb;
            }
        }

        return Channels(0);
    }

    private static bool Inside(double value) => value is >= -Fits and <= 1 + Fits;

    private (double Red, double Green, double Blue) Channels(double chroma)
    {
        var (a, b) = (chroma * Math.Cos(Hue * Math.PI / 180), chroma * Math.Sin(Hue * Math.PI / 180));
        var l = Math.Pow(Lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
        var m = Math.Pow(Lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
        var s = Math.Pow(Lightness - (0.0894841775 * a) - (1.291485548 * b), 3);
        return (
            (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.707614701 * s));
    }
}
