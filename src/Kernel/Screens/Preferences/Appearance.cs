using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ServicePlatform.Screens.Preferences;

/// <summary>How the reader wants pages to look, from his cookies.</summary>
/// <param name="Theme">auto, light or dark.</param>
/// <param name="Large">Everything a quarter larger.</param>
/// <param name="SingleKeys">Keys such as j and k act without Ctrl.</param>
internal sealed record Appearance(string Theme, bool Large, bool SingleKeys)
{
    public const string ThemeCookie = "theme";
    public const string TypeCookie = "type";
    public const string KeysCookie = "keys";

    /// <summary>The language that the switch leads to.</summary>
    public static string OtherCulture => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? "en" : "zh-Hans";

    public static Appearance Of(HttpRequest request) => new(
        request.Cookies[ThemeCookie] is "light" or "dark" ? request.Cookies[ThemeCookie]! : "auto",
        request.Cookies[TypeCookie] == "large",
        request.Cookies[KeysCookie] != "off");
}
