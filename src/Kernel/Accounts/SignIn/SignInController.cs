using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ServicePlatform.Commands;
using ServicePlatform.Data.Identity;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Kernel.Web;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Web;

namespace ServicePlatform.Accounts.SignIn;

/// <summary>The way in: customers by phone and code, staff by name and password.</summary>
[Area("Accounts")]
[Everybody]
[Route("sign-in")]
internal sealed class SignInController(StaffSignIn staff, PhoneSignIn phones, ReturnPlace places, SessionStore sessions, IActorContext actors, ISiteContext site) : Controller
{
    [HttpGet("")]
    public IActionResult Index(string? returnUrl)
    {
        if (actors.Current.Kind != ActorKind.Anonymous)
        {
            return LocalRedirect(places.For(actors.Current, Url, Request, returnUrl));
        }

        return site.IsOperatorArea || ReturnPlace.IsForStaff(Request, returnUrl)
            ? RedirectToAction(nameof(Staff), new { returnUrl })
            : View("Phone", new PhoneForm { ReturnUrl = returnUrl });
    }

    [HttpPost("code")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> SendCode(PhoneForm form, CancellationToken cancellationToken)
    {
        var sent = await phones.SendCodeAsync(form.Phone, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", cancellationToken);
        if (sent.Succeeded)
        {
            form.Phone = sent.Value;
            ModelState.Clear();
            return View("Code", form);
        }

        // The code of a minute ago is still good: the page to type it stays open.
        return this.Failed(sent.Failure, form, sent.Failure.Code == "accounts.code-wait" ? "Code" : "Phone");
    }

    /// <summary>The second page was reloaded or asked for by itself.</summary>
    [HttpGet("code")]
    [HttpGet("verify")]
    public IActionResult Again() => RedirectToAction(nameof(Index));

    [HttpPost("verify")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Verify(PhoneForm form, CancellationToken cancellationToken)
    {
        var used = await phones.UseCodeAsync(form.Phone, form.Code, cancellationToken);
        return used.Succeeded ? await EnterAsync(used.Value, form.ReturnUrl, cancellationToken) : this.Failed(used.Failure, form, "Code");
    }

    [HttpGet("staff")]
    public IActionResult Staff(string? returnUrl) => actors.Current.Kind == ActorKind.Anonymous
        ? View(new StaffForm { ReturnUrl = returnUrl })
        : LocalRedirect(places.For(actors.Current, Url, Request, returnUrl));

    [HttpPost("staff")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Staff(StaffForm form, CancellationToken cancellationToken)
    {
        if (await staff.TryAsync(form.UserName, form.Password, cancellationToken) is { } user)
        {
            return await EnterAsync(user, form.ReturnUrl, cancellationToken);
        }

        form.Password = null;
        ModelState.Remove(nameof(form.Password));
        return this.Failed(new Failure(FailureKind.Invalid, "accounts.sign-in-refused"), form);
    }

    private async Task<IActionResult> EnterAsync(SiteUser user, string? returnUrl, CancellationToken cancellationToken)
    {
        if (HttpContext.SessionId() is { } before && actors.Current.UserId != Guid.Empty)
        {
            await sessions.RevokeAsync(actors.Current.UserId, before, cancellationToken);
        }

        await HttpContext.SignInAsync(user);
        var actor = await sessions.ActorOfAsync(user.Id, cancellationToken);
        return LocalRedirect(places.For(actor, Url, Request, returnUrl));
    }
}
