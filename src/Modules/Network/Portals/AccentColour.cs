using System.Globalization;

namespace ServicePlatform.Network.Portals;

/// <summary>The accent colour of a portal: checked when saved, so that buttons and lines in it can be told from white.</summary>
internal static class AccentColour
{
    /// <summary>Least contrast of lines and icons with white (WCAG 2.2, 1.4.11).</summary>
    private const double LeastContrast = 3;

    /// <summary>Contrast with white, 1 to 21.</summary>
    /// <param name="colour"><c>#rrggbb</c>.</param>
    public static double ContrastWithWhite(string colour)
    {
        double Part(int at) => Linear(int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0);
        var luminance = (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
        return 1.05 / (luminance + 0.05);
    }

    public static bool IsLegible(string colour) => ContrastWithWhite(colour) >= LeastContrast;

    private static double Linear(double value) => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
}
