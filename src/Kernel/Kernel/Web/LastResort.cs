using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Web;

/// <summary>Catches what even the error page could not survive; says so without a stack trace.</summary>
internal sealed class LastResort(RequestDelegate next, ILogger<LastResort> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await PlainPages.WriteAsync(context, exception.StatusCode, "BadRequest", Site(context));
        }
        catch (Exception exception) when (!context.Response.HasStarted && exception is not OperationCanceledException)
        {
            logger.LogError(exception, "Request {Number} failed outside the site's own error page", context.TraceIdentifier);
            await PlainPages.WriteAsync(context, 500, "Error", Site(context));
        }
    }

    private static SiteRuntime? Site(HttpContext context) =>
        context.RequestServices.GetRequiredService<SiteContext>() is { HasEntered: true } site ? site.Runtime : null;
}
