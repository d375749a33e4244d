using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using ServicePlatform.Commands;
using ServicePlatform.Web;

namespace ServicePlatform.Kernel.Web;

/// <summary>Refuses a query with a null character: no field can mean it, and not every database takes it as text.</summary>
internal sealed class ReadableAddresses(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.QueryString.HasValue
            || context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || !context.Request.Query.Any(pair => pair.Key.Contains('\0', StringComparison.Ordinal) || pair.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true)))
        {
            return next(context);
        }

        context.Features.Set(new FailureFeature(new Failure(FailureKind.Invalid, "kernel.address-unreadable")));
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
