using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using ServicePlatform.Kernel.Modules;

namespace ServicePlatform.Kernel.Web;

/// <summary>
/// Pages for when there is no site to give them its look: an unknown address, a stopped or faulty site, the front door. They
/// read nothing but texts and style sheets.
/// </summary>
internal static class PlainPages
{
    private const string DefaultTheme = "Clear";
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; frame-ancestors 'none'";

    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="code">Texts <c>Plain.{code}</c> and <c>Plain.{code}.Remedy</c>.</param>
    public static Task WriteAsync(HttpContext context, int status, string code, CultureInfo? culture)
    {
        var texts = Texts(context, culture);
        if (status == 503)
        {
            context.Response.Headers.RetryAfter = "30";
        }

        return ShowAsync(context, status, texts[$"Plain.{code}"], $"<p>{Encoder.Encode(texts[$"Plain.{code}.Remedy"])}</p><p class=\"soft small\">{Encoder.Encode(texts["Plain.Number", context.TraceIdentifier])}</p>");
    }

    /// <summary>The texts in the visitor's language, since no site says which.</summary>
    public static IStringLocalizer<KernelTexts> Texts(HttpContext context, CultureInfo? culture)
    {
        CultureInfo.CurrentUICulture = culture ?? CultureInfo.GetCultureInfo(PrefersChinese(context) ? "zh-CN" : "en-US");
        return context.RequestServices.GetRequiredService<IStringLocalizer<KernelTexts>>();
    }

    /// <param name="content">Markup; whatever came from outside is encoded already.</param>
    public static async Task ShowAsync(HttpContext context, int status, string title, string content)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-store";
        var heading = Encoder.Encode(title);
        var page = new StringBuilder()
            .Append("<!doctype html><html lang=\"").Append(CultureInfo.CurrentUICulture.Name).Append("\" data-theme=\"auto\"><head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">")
            .Append("<title>").Append(heading).Append("</title>")
            .Append("<link rel=\"icon\" type=\"image/svg+xml\" href=\"/_content/ServicePlatform.Screens/icon.svg\">")
            .Append("<link rel=\"stylesheet\" href=\"/").Append(Encoder.Encode(Tokens(context))).Append("\">")
            .Append("<link rel=\"stylesheet\" href=\"/_content/ServicePlatform.Screens/dist/screens-style.css\"></head>")
            .Append("<body class=\"plain\"><main class=\"plain-main\"><div class=\"portal-brand\">ServicePlatform</div><div class=\"plain-card page\">")
            .Append("<header class=\"page-head\"><h1 class=\"page-title\">").Append(heading).Append("</h1></header><div class=\"stack\">")
            .Append(content).Append("</div></div></main></body></html>");
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.WriteAsync(page.ToString());
        }
    }

    private static string Tokens(HttpContext context)
    {
        var themes = context.RequestServices.GetRequiredService<ModuleCatalog>().Themes;
        return (themes.GetValueOrDefault(DefaultTheme) ?? themes.Values.FirstOrDefault())?.Tokens ?? "";
    }

    private static bool PrefersChinese(HttpContext context) =>
        context.Request.Headers.AcceptLanguage.ToString().StartsWith("zh", StringComparison.OrdinalIgnoreCase);
}
