namespace ServicePlatform.Data.Files.Formats;

internal static class ImageLimits
{
    /// <summary>Longest side in pixels. Larger ones serve to exhaust whoever decodes them.</summary>
    public const uint Side = 12000;

    public static bool Allow(uint width, uint height) => width is > 0 and <= Side && height is > 0 and <= Side;
}
