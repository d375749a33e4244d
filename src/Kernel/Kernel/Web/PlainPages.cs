using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Kernel.Web;

/// <summary>Pages for when there is no site to give them its look: an unknown address, a stopped or faulty site.</summary>
internal static class PlainPages
{
    /// <param name="code">Texts <c>Plain.{code}</c> and <c>Plain.{code}.Remedy</c>.</param>
    public static async Task WriteAsync(HttpContext context, int status, string code, CultureInfo? culture)
    {
        CultureInfo.CurrentUICulture = culture ?? CultureInfo.GetCultureInfo(PrefersChinese(context) ? "zh-CN" : "en-US");
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer<KernelTexts>>();
        context.Response.StatusCode = status;
        if (status == 503)
        {
            context.Response.Headers.RetryAfter = "30";
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        context.Response.Headers.CacheControl = "no-store";
        var title = HtmlEncoder.Default.Encode(texts[$"Plain.{code}"]);
        var remedy = HtmlEncoder.Default.Encode(texts[$"Plain.{code}.Remedy"]);
        await context.Response.WriteAsync(
            $"<!doctype html><html lang=\"{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">"
            + $"<title>{title}</title></head><body><main><h1>{title}</h1><p>{remedy}</p><p>{context.TraceIdentifier}</p></main></body></html>");
    }

    private static bool PrefersChinese(HttpContext context) =>
        context.Request.Headers.AcceptLanguage.ToString().StartsWith("zh", StringComparison.OrdinalIgnoreCase);
}
