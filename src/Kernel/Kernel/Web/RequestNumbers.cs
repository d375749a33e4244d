using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Web;

namespace ServicePlatform.Kernel.Web;

/// <summary>
/// Gives each request the number that error pages show, puts it into the scope of all that is logged meanwhile and onto the span, and
/// logs a line for each answer of 400 and above. The line names the route, not the address: that may hold what somebody typed.
/// </summary>
internal sealed class RequestNumbers(RequestDelegate next, ILogger<RequestNumbers> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // Not the trace's: a caller may choose that one.
        context.TraceIdentifier = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        Activity.Current?.SetTag("request.number", context.TraceIdentifier);
        var asked = new AskedRoute();
        context.Features.Set(asked);
        using var scope = logger.BeginScope("request {RequestNumber}", context.TraceIdentifier);
        await next(context);
        if (context.Response.StatusCode >= 400 && !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
        {
            Say(context, asked);
        }
    }

    private void Say(HttpContext context, AskedRoute asked)
    {
        var status = context.Response.StatusCode;
        var site = context.RequestServices.GetRequiredService<SiteContext>();
        logger.Log(
            status >= 500 ? LogLevel.Warning : LogLevel.Information,
            "Request {RequestNumber}: {Method} {Route} in the site {Site} was answered {Status} {Code}",
            context.TraceIdentifier,
            HttpMethods.GetCanonicalizedValue(context.Request.Method) is { Length: < 10 } method ? method : "other",
            asked.Pattern ?? "no route",
            site.HasEntered ? site.Id : "-",
            status,
            context.Features.Get<FailureFeature>()?.Failure.Code ?? "");
    }
}

/// <summary>The route that was asked for first; the error page is a route too.</summary>
internal sealed class AskedRoute
{
    public string? Pattern { get; private set; }

    public void Meet(Endpoint endpoint) => Pattern ??= (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? endpoint.DisplayName;
}
