using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Kernel.Web;
using ServicePlatform.Web;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>Lets pages and endpoints of plugins answer under guard: no longer than they may, and not at all while the plugin rests.</summary>
internal sealed class PluginRequests(RequestDelegate next, PluginHost plugins, PluginGuard guard)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<EndpointFeature>() is not { } feature || plugins.OfFeature(feature.Id) is not { } plugin)
        {
            await next(context);
            return;
        }

        var site = context.RequestServices.GetRequiredService<SiteContext>();
        var what = $"{context.Request.Method} {((Microsoft.AspNetCore.Routing.RouteEndpoint)context.GetEndpoint()!).RoutePattern.RawText}";
        try
        {
            await guard.RunAsync(plugin, what, site.Id, guard.Options.RequestLimit, token => CallAsync(context, token), context.RequestAborted);
        }
        catch (PluginRestingException)
        {
            Refuse(context, new Failure(FailureKind.Unavailable, "kernel.plugin-rests") { Arguments = [plugin.Name], RetryAfter = guard.Options.Rest });
        }
        catch (PluginSlowException slow) when (slow.Lost is { } lost)
        {
            await LeaveBehindAsync(context, site.Runtime, lost);
        }
        catch (PluginSlowException) when (!context.Response.HasStarted)
        {
            Refuse(context, Failure.Unavailable("kernel.plugin-slow", plugin.Name));
        }
    }

    private async Task<bool> CallAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var gone = context.RequestAborted;
        context.RequestAborted = cancellationToken;
        try
        {
            await next(context);
            return true;
        }
        finally
        {
            context.RequestAborted = gone;
        }
    }

    private static void Refuse(HttpContext context, Failure failure)
    {
        // What it has begun to say would keep the error page away.
        context.Response.Clear();
        context.Features.Set(new FailureFeature(failure));
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        if (failure.RetryAfter is { } pause)
        {
            context.Response.Headers.RetryAfter = ((int)pause.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    /// <summary>
    /// The plugin still has the request in hand, so it is not given back to the server before the plugin lets go of it. The client is
    /// answered past it; what the plugin writes from now on goes nowhere.
    /// </summary>
    private static async Task LeaveBehindAsync(HttpContext context, SiteRuntime site, Task lost)
    {
        var features = new FeatureCollection();
        foreach (var (type, feature) in context.Features)
        {
            features[type] = feature;
        }

        // The plugin's own token says that the request is over.
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature());
        context.Features.Set<IHttpResponseFeature>(new HttpResponseFeature { StatusCode = StatusCodes.Status503ServiceUnavailable });
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        var answer = new DefaultHttpContext(features);
        if (answer.Response.HasStarted)
        {
            context.Abort();
        }
        else
        {
            answer.Response.Clear();
            answer.Response.Headers.XContentTypeOptions = "nosniff";
            answer.Response.Headers.Connection = "close";
            await PlainPages.WriteAsync(answer, StatusCodes.Status503ServiceUnavailable, "PluginSlow", site);
            await answer.Response.StartAsync();
            await answer.Response.CompleteAsync();
        }

        await lost.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
