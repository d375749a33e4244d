using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using ServicePlatform.Security;
using ServicePlatform.Ui;
using ServicePlatform.Web;

namespace ServicePlatform.Accounts.Errors;

/// <summary>
/// The page for every answer without a body: what happened, what was kept, what to do, a number to quote. Reads no database,
/// since it must also say that the database is out of reach.
/// </summary>
[Area("Accounts")]
[Everybody]
[IgnoreAntiforgeryToken]
internal sealed class ErrorController(ErrorWords words, IActorContext actors) : Controller
{
    [Route("error/{status:int:range(400,599)}")]
    public IActionResult Show()
    {
        // Not bound: binding reads the form again, and gives up where the form is what was wrong.
        var status = int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);
        var fault = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        var refusal = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        if (fault is null && refusal is null)
        {
            // Typed into the address bar.
            status = StatusCodes.Status404NotFound;
        }
        else if (fault is not null && Response.StatusCode >= 400)
        {
            status = Response.StatusCode;
        }

        Response.StatusCode = status;
        var failure = HttpContext.Features.Get<FailureFeature>();
        var path = fault?.Path ?? refusal?.OriginalPath ?? "";
        if (Request.IsFragment())
        {
            return PartialView("Fragment", Page(status, failure));
        }

        // The switches of language and type lead back to the page that failed, not to this one.
        Request.Path = HttpMethods.IsGet(Request.Method) && path.StartsWith('/') ? path : "/";
        return Request.WantsJson(path.StartsWith('/') ? path : "/") ? Json(status, failure, path) : View(Page(status, failure));
    }

    private ObjectResult Json(int status, FailureFeature? failure, string path)
    {
        var details = ProblemDetailsFactory.CreateProblemDetails(HttpContext, status, words.Happened(status, failure), instance: path);
        details.Extensions["code"] = failure?.Failure.Code;
        details.Extensions["traceId"] = HttpContext.TraceIdentifier;
        return new ObjectResult(details) { StatusCode = status, ContentTypes = { "application/problem+json" } };
    }

    private ErrorPage Page(int status, FailureFeature? failure) => new(
        status,
        words.Title(status),
        words.Happened(status, failure),
        words.Kept(status, !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method), failure),
        words.Remedy(status),
        HttpContext.TraceIdentifier,
        Url.Content(actors.Current.Kind == ActorKind.Staff ? "~/app" : "~/"),
        Previous());

    private string? Previous()
    {
        var from = Request.GetTypedHeaders().Referer;
        return from is not null && from.Authority == Request.Host.Value && from.AbsolutePath.StartsWith(Request.PathBase.Value ?? "", StringComparison.OrdinalIgnoreCase)
            ? from.PathAndQuery
            : null;
    }
}
