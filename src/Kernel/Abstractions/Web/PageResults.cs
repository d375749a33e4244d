using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;

namespace ServicePlatform.Web;

/// <summary>Turns results of use cases into pages.</summary>
public static class PageResults
{
    /// <summary>Key of the notice that the next page shows once.</summary>
    public const string ToastKey = "toast";

    /// <summary>
    /// Shows the form again with what was typed and what is wrong with it (422, 409 or 429); where the thing is not
    /// there or not allowed, the site's page for that.
    /// </summary>
    public static IActionResult Failed(this Controller controller, Failure failure, object? model = null, string? view = null) =>
        new FailedPage(failure, failure.Kind is FailureKind.NotFound or FailureKind.Forbidden ? null : controller.View(view, model));

    /// <summary>A failure where there is no form to show again: the site's page for it, with the remedy.</summary>
    public static IActionResult FailedPage(this Controller controller, Failure failure) => new FailedPage(failure, null);

    /// <summary>Goes on to another page below the site, which shows the notice once.</summary>
    public static IActionResult Done(this Controller controller, string path, string toast)
    {
        controller.TempData[ToastKey] = toast;
        return controller.LocalRedirect("~" + path);
    }

    /// <summary>Goes back to the page with what is wrong as its notice: for one-button actions on a record page.</summary>
    public static IActionResult Refused(this Controller controller, Failure failure, string path) => new RefusedAction(failure, path);
}

/// <summary>The status codes of failures.</summary>
public static class FailureStatus
{
    public static int Of(FailureKind kind) => kind switch
    {
        FailureKind.Invalid => 422,
        FailureKind.NotFound => 404,
        FailureKind.Forbidden => 403,
        FailureKind.Conflict => 409,
        FailureKind.TooMany => 429,
        FailureKind.NoSpace => 507,
        _ => 503,
    };

    /// <summary>Tells programs when to try again.</summary>
    public static void Announce(this Failure failure, HttpResponse response)
    {
        if (failure.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }
    }
}

internal sealed class FailedPage(Failure failure, ViewResult? form) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var text = context.HttpContext.RequestServices.GetRequiredService<IFailureText>();
        context.HttpContext.Response.StatusCode = FailureStatus.Of(failure.Kind);
        failure.Announce(context.HttpContext.Response);
        if (form is null || context.HttpContext.Request.WantsJson())
        {
            context.HttpContext.Features.Set(new FailureFeature(failure));
            return;
        }

        foreach (var field in failure.Fields)
        {
            context.ModelState.AddModelError(field.Field, text.Describe(field));
        }

        if (failure.Fields.Count == 0)
        {
            context.ModelState.AddModelError("", text.Describe(failure));
        }

        form.StatusCode = context.HttpContext.Response.StatusCode;
        await form.ExecuteResultAsync(context);
    }
}

internal sealed class RefusedAction(Failure failure, string path) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        if (failure.Kind is FailureKind.NotFound or FailureKind.Forbidden)
        {
            return new FailedPage(failure, null).ExecuteResultAsync(context);
        }

        var services = context.HttpContext.RequestServices;
        var text = services.GetRequiredService<IFailureText>();
        var notices = services.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(context.HttpContext);
        var words = failure.Fields.Count == 0 ? text.Describe(failure) : string.Join(" ", failure.Fields.Select(text.Describe));
        notices[PageResults.ToastKey] = "!" + words;
        notices.Save();
        return new LocalRedirectResult("~" + path).ExecuteResultAsync(context);
    }
}

/// <summary>Tells the kernel's status page which failure it shows.</summary>
public sealed record FailureFeature(Failure Failure);
