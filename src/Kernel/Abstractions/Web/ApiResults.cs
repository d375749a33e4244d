using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;

namespace ServicePlatform.Web;

/// <summary>Turns results of use cases into JSON answers; failures become problem details (RFC 9457) in the caller's language.</summary>
public static class ApiResults
{
    public static IResult ToHttp<T>(this Result<T> result, HttpContext context) =>
        result.Succeeded ? Results.Ok(result.Value) : Problem(result.Failure, context);

    public static IResult Problem(Failure failure, HttpContext context)
    {
        failure.Announce(context.Response);
        var text = context.RequestServices.GetRequiredService<IFailureText>();
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["code"] = failure.Code,
            ["traceId"] = context.TraceIdentifier,
        };
        if (failure.Fields.Count > 0)
        {
            extensions["errors"] = failure.Fields
                .GroupBy(field => field.Field, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Select(text.Describe).ToArray(), StringComparer.Ordinal);
        }

        if (failure.Versions is { } versions)
        {
            extensions["seenVersion"] = versions.Seen;
            extensions["currentVersion"] = versions.Current;
        }

        return Results.Problem(
            title: text.Describe(failure),
            statusCode: FailureStatus.Of(failure.Kind),
            instance: context.Request.Path,
            extensions: extensions);
    }
}
