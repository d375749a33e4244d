using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Kernel.Web;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Accounts.Own;

/// <summary>One's own account: where one is signed in, and the password.</summary>
[Area("Accounts")]
[SignedIn]
[Route("account")]
internal sealed class AccountController(SessionStore sessions, IActorContext actors, ISender sender, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await PageAsync(new PasswordForm(), cancellationToken));

    [HttpPost("sessions/{id:guid}/end")]
    public async Task<IActionResult> End(Guid id, CancellationToken cancellationToken)
    {
        await sessions.RevokeAsync(actors.Current.UserId, id, cancellationToken);
        return this.Done("/account", texts["Session.Ended"]);
    }

    [HttpPost("sessions/end-others")]
    public async Task<IActionResult> EndOthers(CancellationToken cancellationToken)
    {
        await sessions.RevokeOthersAsync(actors.Current.UserId, HttpContext.SessionId() ?? Guid.Empty, cancellationToken);
        return this.Done("/account", texts["Session.OthersEnded"]);
    }

    [HttpPost("password")]
    [Staff]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Password(PasswordForm form, CancellationToken cancellationToken)
    {
        var command = new ChangePassword(form.Current ?? "", form.New ?? "", form.Repeated ?? "", HttpContext.SessionId() ?? Guid.Empty);
        var result = await sender.SendAsync(command, cancellationToken);
        return result.Succeeded
            ? this.Done("/account", texts["Password.Changed"])
            : this.Failed(result.Failure, await PageAsync(new PasswordForm(), cancellationToken), nameof(Index));
    }

    private async Task<OwnPage> PageAsync(PasswordForm form, CancellationToken cancellationToken)
    {
        var open = await sessions.OpenSessionsAsync(actors.Current.UserId, cancellationToken);
        var lines = open.Select(session => SessionLine.Of(session, HttpContext.SessionId(), texts)).OrderByDescending(line => line.IsThis).ToList();
        return new OwnPage { Sessions = lines, Current = form.Current, New = form.New, Repeated = form.Repeated };
    }
}

internal class PasswordForm
{
    public string? Current { get; set; }

    public string? New { get; set; }

    public string? Repeated { get; set; }
}

internal sealed class OwnPage : PasswordForm
{
    public IReadOnlyList<SessionLine> Sessions { get; init; } = [];
}
