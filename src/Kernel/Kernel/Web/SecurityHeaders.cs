using Microsoft.AspNetCore.Http;

namespace ServicePlatform.Kernel.Web;

/// <summary>Headers that keep a page to itself. No inline script or style runs, whoever wrote it.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(
            static state =>
            {
                // As late as can be: the error page clears the headers that stood before it.
                Set((HttpContext)state);
                return Task.CompletedTask;
            },
            context);
        return next(context);
    }

    /// <summary>A browser that has once been told so would refuse every plain page of this machine from then on.</summary>
    private static bool IsLocal(HttpContext context) => context.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";

    private static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["X-Request-Number"] = context.TraceIdentifier;
        if (context.Request.IsHttps && !IsLocal(context))
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        // A file or a plain page may have said something stricter.
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = Policy;
        }

        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }
    }
}
