using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using ServicePlatform.Navigation;
using ServicePlatform.Security;

namespace ServicePlatform.Accounts.SignIn;

/// <summary>Where somebody goes after he has signed in. Only ever a page of this site.</summary>
internal sealed class ReturnPlace(IEnumerable<IHomePage> homes)
{
    private static readonly string[] StaffPaths = ["/app", "/field"];

    /// <summary>True where the page that was asked for is one of the staff's.</summary>
    public static bool IsForStaff(HttpRequest request, string? returnUrl) =>
        Below(request, returnUrl) is { } path && StaffPaths.Any(staff => path.StartsWithSegments(staff, StringComparison.Ordinal));

    /// <summary>The page that was asked for if this person may have meant it, else his first page.</summary>
    public string For(IActor actor, IUrlHelper url, HttpRequest request, string? returnUrl) =>
        url.IsLocalUrl(returnUrl) && Below(request, returnUrl) is { } path && Suits(actor, request, path, returnUrl)
            ? returnUrl!
            : url.Content("~" + HomeOf(actor));

    /// <summary>The best first page of a person, below the site.</summary>
    public string HomeOf(IActor actor) => actor.Kind != ActorKind.Staff
        ? "/"
        : homes.Where(home => home.IsFor(actor)).MaxBy(home => home.Priority)?.Path ?? "/account";

    private static bool Suits(IActor actor, HttpRequest request, PathString path, string? returnUrl) =>
        path.HasValue && path != "/"
        && !path.StartsWithSegments("/sign-in", StringComparison.Ordinal)
        && !path.StartsWithSegments("/sign-out", StringComparison.Ordinal)
        && (actor.Kind == ActorKind.Staff || !IsForStaff(request, returnUrl));

    /// <summary>The path of the address below this site; null where it leads out of it.</summary>
    private static PathString? Below(HttpRequest request, string? returnUrl)
    {
        if (string.IsNullOrEmpty(returnUrl) || returnUrl[0] != '/')
        {
            return null;
        }

        var end = returnUrl.AsSpan().IndexOfAny('?', '#');
        var path = new PathString(end < 0 ? returnUrl : returnUrl[..end]);
        return path.StartsWithSegments(request.PathBase, StringComparison.OrdinalIgnoreCase, out var rest) ? rest : null;
    }
}
