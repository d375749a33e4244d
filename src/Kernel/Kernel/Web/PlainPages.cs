using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Web;

namespace ServicePlatform.Kernel.Web;

/// <summary>
/// Pages for when there is no site to give them its look: an unknown address, a stopped or faulty site, the front door. They
/// read nothing but texts and style sheets.
/// </summary>
internal static class PlainPages
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; frame-ancestors 'none'";

    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="code">Texts <c>Plain.{code}</c> and <c>Plain.{code}.Remedy</c>.</param>
    /// <param name="site">Whose name, look and language it has; null where no site answers.</param>
    public static Task WriteAsync(HttpContext context, int status, string code, SiteRuntime? site)
    {
        var texts = Texts(context, site is null ? null : CultureChoice.Of(context.Request) ?? site.Culture);
        if (status == 503)
        {
            context.Response.Headers.RetryAfter = "30";
        }

        var wasSent = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);
        string[] lines = [texts[$"Plain.{code}.Remedy"], .. wasSent && status == 503 ? [texts["Plain.NotSaved"].Value] : Array.Empty<string>()];
        if (context.Request.WantsJson())
        {
            return ProblemAsync(context, status, texts[$"Plain.{code}"], string.Join(' ', lines));
        }

        var content = string.Concat(lines.Select(line => $"<p>{Encoder.Encode(line)}</p>"))
            + $"<p class=\"soft small\">{Encoder.Encode(texts["Plain.Number", context.TraceIdentifier])}</p>";
        return ShowAsync(context, status, texts[$"Plain.{code}"], content, site);
    }

    /// <summary>The texts in the visitor's language, since no site says which.</summary>
    public static IStringLocalizer<KernelTexts> Texts(HttpContext context, CultureInfo? culture)
    {
        CultureInfo.CurrentUICulture = culture ?? CultureInfo.GetCultureInfo(PrefersChinese(context) ? "zh-CN" : "en-US");
        return context.RequestServices.GetRequiredService<IStringLocalizer<KernelTexts>>();
    }

    /// <param name="content">Markup; whatever came from outside is encoded already.</param>
    /// <param name="site">Whose name and look it has.</param>
    public static async Task ShowAsync(HttpContext context, int status, string title, string content, SiteRuntime? site = null)
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
            .Append(Tokens(context, site?.Row.Theme))
            .Append("<link rel=\"stylesheet\" href=\"/_content/ServicePlatform.Screens/dist/screens-style.css\"></head>")
            .Append("<body class=\"plain\"><main class=\"plain-main\"><div class=\"portal-brand\">").Append(Encoder.Encode(site?.Row.Name ?? "ServicePlatform")).Append("</div><div class=\"plain-card page\">")
            .Append("<header class=\"page-head\"><h1 class=\"page-title\">").Append(heading).Append("</h1></header><div class=\"stack\">")
            .Append(content).Append("</div></div></main></body></html>");
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.WriteAsync(page.ToString());
        }
    }

    private static Task ProblemAsync(HttpContext context, int status, string title, string detail)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        var problem = new ProblemDetails { Status = status, Title = title, Detail = detail, Instance = context.Request.Path, Extensions = { ["traceId"] = context.TraceIdentifier } };
        return context.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json");
    }

    private static string Tokens(HttpContext context, string? theme) => string.Concat(context.RequestServices.GetRequiredService<ModuleCatalog>()
        .StylesOf(theme ?? ModuleCatalog.DefaultTheme)
        .Select(style => $"<link rel=\"stylesheet\" href=\"/{Encoder.Encode(style)}\">"));

    private static bool PrefersChinese(HttpContext context) =>
        context.Request.Headers.AcceptLanguage.ToString().StartsWith("zh", StringComparison.OrdinalIgnoreCase);
}
