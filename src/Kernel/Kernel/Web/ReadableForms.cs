using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using ServicePlatform.Commands;
using ServicePlatform.Web;

namespace ServicePlatform.Kernel.Web;

/// <summary>
/// Reads the form before anybody else does. One that is broken or too large is refused here: model binding would hand the action
/// nothing at all, and the antiforgery check would miss its token.
/// </summary>
internal sealed class ReadableForms : IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>After limits of single actions (900), before the antiforgery check (1000).</summary>
    public int Order => 950;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!request.HasFormContentType || context.HttpContext.Features.Get<FailureFeature>() is not null || IsErrorPage(context.HttpContext))
        {
            return;
        }

        try
        {
            await request.ReadFormAsync(context.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            Refuse(context, exception.StatusCode, "kernel.form-too-large");
        }
        catch (InvalidDataException exception) when (exception.Message.Contains("limit", StringComparison.Ordinal))
        {
            Refuse(context, StatusCodes.Status413PayloadTooLarge, "kernel.form-too-large");
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or InvalidOperationException or BadHttpRequestException or ArgumentException)
        {
            Refuse(context, StatusCodes.Status400BadRequest, "kernel.form-unreadable");
        }
    }

    /// <summary>The error page that says so is led to with the same body.</summary>
    private static bool IsErrorPage(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static void Refuse(AuthorizationFilterContext context, int status, string code)
    {
        context.HttpContext.Features.Set(new FailureFeature(new Failure(FailureKind.Invalid, code)));
        context.Result = new StatusCodeResult(status);
    }
}
