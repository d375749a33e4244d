using System.Globalization;

namespace ServicePlatform.Demo.Raw;

/// <summary>A text of the material in both languages.</summary>
internal sealed record LocalText(string Zh, string En)
{
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh" ? Zh : En;
}
