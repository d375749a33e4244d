using System.Globalization;

namespace ServicePlatform.Devices;

/// <summary>Names of things that a site enters itself, in its own words and if it likes in English.</summary>
internal static class LocalName
{
    /// <summary>The English name for an English reader, if there is one.</summary>
    public static string Of(string name, string? englishName) =>
        string.IsNullOrEmpty(englishName) || !string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal)
            ? name
            : englishName;
}
