using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using ServicePlatform.Security;

namespace ServicePlatform.Screens.Preferences;

/// <summary>Keeps language, appearance and type size in cookies of the browser.</summary>
[Area("Screens")]
[Everybody]
internal sealed class PreferencesController : Controller
{
    [HttpPost("/preferences")]
    [ValidateAntiForgeryToken]
    public IActionResult Save(string? culture, string? theme, string? type, string? keys, string? back)
    {
        if (culture is "en" or "zh-Hans")
        {
            Keep(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)));
        }

        if (theme is "auto" or "light" or "dark")
        {
            Keep(Appearance.ThemeCookie, theme);
        }

        if (type is "normal" or "large")
        {
            Keep(Appearance.TypeCookie, type);
        }

        if (keys is "on" or "off")
        {
            Keep(Appearance.KeysCookie, keys);
        }

        var place = Request.PathBase + (back ?? "/");
        return LocalRedirect(Url.IsLocalUrl(place) ? place : "~/");
    }

    private void Keep(string name, string value) => Response.Cookies.Append(name, value, new CookieOptions
    {
        Path = Request.PathBase.HasValue ? Request.PathBase.Value : "/",
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = Request.IsHttps,
        IsEssential = true,
    });
}
