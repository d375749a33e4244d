using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Accounts.SignIn;

/// <summary>The way out. Whoever is out already (another tab, a session that ended) is not told of a stale form.</summary>
[Area("Accounts")]
[Everybody]
internal sealed class SignOutController(SessionStore sessions, IActorContext actors, IAntiforgery antiforgery) : Controller
{
    [HttpPost("sign-out")]
    [IgnoreAntiforgeryToken]
    public async Task<IActionResult> Leave(CancellationToken cancellationToken)
    {
        var actor = actors.Current;
        if (HttpContext.SessionId() is { } session && actor.Kind != ActorKind.Anonymous)
        {
            if (!await antiforgery.IsRequestValidAsync(HttpContext))
            {
                return this.FailedPage(new Failure(FailureKind.Conflict, "kernel.form-stale"));
            }

            await sessions.RevokeAsync(actor.UserId, session, cancellationToken);
        }

        await HttpContext.SignOutAsync(SignInScheme.Name);
        return LocalRedirect(actor.Kind == ActorKind.Customer ? "~/sign-in" : "~/sign-in/staff");
    }
}
