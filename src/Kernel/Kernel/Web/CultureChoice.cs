using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace ServicePlatform.Kernel.Web;

/// <summary>The language that a visitor has chosen, kept in a cookie of the site.</summary>
internal static class CultureChoice
{
    public static CultureInfo? Of(HttpRequest request)
    {
        var cookie = request.Cookies[CookieRequestCultureProvider.DefaultCookieName];
        var chosen = cookie is null ? null : CookieRequestCultureProvider.ParseCookieValue(cookie)?.UICultures[0].Value;
        return chosen switch
        {
            "zh-Hans" or "zh-CN" => CultureInfo.GetCultureInfo("zh-CN"),
            "en" or "en-US" => CultureInfo.GetCultureInfo("en-US"),
            _ => null,
        };
    }
}
