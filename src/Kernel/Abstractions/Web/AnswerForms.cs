using Microsoft.AspNetCore.Http;

namespace ServicePlatform.Web;

/// <summary>Which form of an answer a caller wants.</summary>
public static class AnswerForms
{
    /// <summary>A program rather than a person: it asks below <c>/api</c>, or takes JSON and no page.</summary>
    public static bool WantsJson(this HttpRequest request) => WantsJson(request, request.Path);

    /// <param name="request">The request.</param>
    /// <param name="path">The path that was asked for, where the request has been led to another one since.</param>
    public static bool WantsJson(this HttpRequest request, PathString path)
    {
        var accept = request.Headers.Accept.ToString();
        return path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            || (accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase));
    }
}
