using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using ServicePlatform.Commands;
using ServicePlatform.Web;

namespace ServicePlatform.Kernel.Web;

/// <summary>Says why a form was refused before it was read: it was open across a sign-in or a restart, or it was too large.</summary>
internal sealed class StaleForms : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            // The antiforgery check reads the form, and reports one that is too large as one without a token.
            var status = await RefusalAsync(context.HttpContext.Request);
            if (status == StatusCodes.Status400BadRequest)
            {
                context.HttpContext.Features.Set(new FailureFeature(new Failure(FailureKind.Invalid, "kernel.form-stale")));
            }

            context.Result = new StatusCodeResult(status);
        }

        await next();
    }

    private static async Task<int> RefusalAsync(HttpRequest request)
    {
        try
        {
            if (request.HasFormContentType)
            {
                await request.ReadFormAsync();
            }

            return StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode;
        }
        catch (InvalidDataException)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }
    }
}
