using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using ServicePlatform.Security;

namespace ServicePlatform.Data.Files;

/// <summary>Serves stored files so that nothing in them can run.</summary>
public static class FileEndpoints
{
    public static IEndpointConventionBuilder MapFiles(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/files/{id:guid}", [HttpMethods.Get, HttpMethods.Head], SendAsync)
            .WithMetadata(new SignedInAttribute())
            .ExcludeFromDescription();

    private static async Task<IResult> SendAsync(Guid id, HttpContext context, [FromServices] IFileReader files)
    {
        if (await files.OpenAsync(id, context.RequestAborted) is not { } file)
        {
            return TypedResults.NotFound();
        }

        var headers = context.Response.Headers;
        headers.ContentDisposition = Disposition(file.Row);
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        // May be kept, but is asked for each time: whoever loses the right to see it, or signs out, sees it no more.
        headers.CacheControl = "private, no-cache";
        return TypedResults.Stream(
            file.Content,
            file.Row.ContentType,
            entityTag: new EntityTagHeaderValue($"\"{file.Row.Sha256}\""),
            enableRangeProcessing: true);
    }

    private static string Disposition(FileRow row)
    {
        var isImage = row.ContentType.StartsWith("image/", StringComparison.Ordinal);
        var header = new ContentDispositionHeaderValue(isImage ? "inline" : "attachment");
        header.SetHttpFileName(row.Name);
        return header.ToString();
    }
}
