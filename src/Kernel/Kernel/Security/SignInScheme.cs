using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Sites;
using ServicePlatform.Web;

namespace ServicePlatform.Kernel.Security;

/// <summary>The sign-in cookie: it carries a session id and nothing else; each request asks whether the session stands.</summary>
public static class SignInScheme
{
    public const string Name = CookieAuthenticationDefaults.AuthenticationScheme;

    internal const string SessionClaim = "session";

    internal static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "sign-in";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = TimeSpan.FromDays(60);
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    /// <summary>Opens a session and sends its cookie.</summary>
    public static async Task SignInAsync(this HttpContext context, Data.Identity.SiteUser user)
    {
        var session = await context.RequestServices.GetRequiredService<SessionStore>().OpenAsync(user, context, context.RequestAborted);
        var identity = new ClaimsIdentity([new Claim(SessionClaim, session.ToString("N"))], Name);
        await context.SignInAsync(Name, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
    }

    /// <summary>The session of the request's cookie; null where nobody is signed in.</summary>
    public static Guid? SessionId(this HttpContext context) =>
        Guid.TryParseExact(context.User.FindFirstValue(SessionClaim), "N", out var id) ? id : null;

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (!Guid.TryParseExact(context.Principal?.FindFirstValue(SessionClaim), "N", out var sessionId))
        {
            context.RejectPrincipal();
            return;
        }

        try
        {
            // Looked up a moment ago: nothing of the database is needed for that.
            if ((SessionStore.FindKept(services.GetRequiredService<SiteContext>(), sessionId, services.GetRequiredService<IClock>().UtcNow)
                ?? await services.GetRequiredService<SessionStore>().FindAsync(sessionId, context.HttpContext.RequestAborted)) is { } actor)
            {
                services.GetRequiredService<ActorContext>().Set(actor);
                return;
            }

            context.RejectPrincipal();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Not 'signed out': the page must say that the database is out of reach, and the cookie must survive. Thrown on, it would
            // be thrown again under the error page.
            services.GetRequiredService<ILogger<SessionStore>>().LogError(exception, "A session could not be looked up");
            context.HttpContext.Features.Set(new FailureFeature(
                services.GetRequiredService<DatabaseFaults>().Describe(exception) ?? Commands.Failure.Unavailable("kernel.database-unavailable")));
            context.RejectPrincipal();
        }
    }
}
