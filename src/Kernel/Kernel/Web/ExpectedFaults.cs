using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Web;

namespace ServicePlatform.Kernel.Web;

/// <summary>Gives exceptions that mean an expected failure (database out of reach, request too large) their status and words on the error page.</summary>
internal sealed class ExpectedFaults : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is BadHttpRequestException request)
        {
            httpContext.Response.StatusCode = request.StatusCode;
        }
        else if (exception is InvalidDataException)
        {
            // The form reader's word for a field or form beyond its limits.
            httpContext.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }
        else if (httpContext.RequestServices.GetRequiredService<DatabaseFaults>().Describe(exception) is { } failure)
        {
            httpContext.Response.StatusCode = FailureStatus.Of(failure.Kind);
            httpContext.Features.Set(new FailureFeature(failure));
        }

        return ValueTask.FromResult(false);
    }
}
