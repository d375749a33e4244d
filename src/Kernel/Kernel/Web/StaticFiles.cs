using Microsoft.AspNetCore.Builder;

namespace ServicePlatform.Kernel.Web;

internal static class StaticFiles
{
    /// <summary>A file that is asked for with its version in the query may be kept for a year; any other is asked for again.</summary>
    public static StaticFileOptions Options(WebApplication app) => new()
    {
        FileProvider = app.Environment.WebRootFileProvider,
        OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
            context.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache",
    };
}
