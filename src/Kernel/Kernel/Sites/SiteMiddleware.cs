using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServicePlatform.Data.Host;
using ServicePlatform.Kernel.Web;
using ServicePlatform.Settings;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Sites;

/// <summary>
/// Finds the site and the dealer's portal of a request by host and path prefix, and enters it: path base, cookies,
/// language. Runs before routing.
/// </summary>
internal sealed class SiteMiddleware(RequestDelegate next, SiteRegistry registry, ILogger<SiteMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var segment = FirstSegment(context.Request.Path);
        var site = registry.Find(context.Request.Host.Host, segment);
        if (site is null && FrontDoor.IsOpen(context))
        {
            await FrontDoor.WriteAsync(context, registry);
            return;
        }

        if (site is null || site.Fault is not null || site.Row.State != SiteState.Running)
        {
            var code = site is null ? "NoSite" : site.Fault is not null ? "SiteFault" : site.Row.State switch
            {
                SiteState.Stopped => "SiteStopped",
                SiteState.Moving => "SiteMoving",
                _ => "SiteSettingUp",
            };
            await PlainPages.WriteAsync(context, site is null ? 404 : 503, code, site);
            return;
        }

        if (site.Row.Prefix.Length > 0)
        {
            Move(context, segment);
        }

        PortalContext? portal;
        SiteLook look;
        try
        {
            portal = await FindPortalAsync(context, site);
            look = await site.Look.GetAsync(() => LoadLookAsync(context, site));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Without its database the site cannot say which portals it has.
            logger.LogError(exception, "The portals of the site {Site} could not be read", site.Id);
            await PlainPages.WriteAsync(context, 503, "SiteFault", site);
            return;
        }

        if (portal is not null)
        {
            Move(context, portal.Slug);
        }

        var pathBase = context.Request.PathBase.Value ?? "";
        try
        {
            context.RequestServices.GetRequiredService<SiteContext>().Enter(site, pathBase, portal, look);
        }
        catch (SiteClosedException)
        {
            // Closed since it was looked up.
            await PlainPages.WriteAsync(context, 503, "SiteMoving", site);
            return;
        }

        SiteCookies.Isolate(context, portal is null ? site.Id : $"{site.Id}.{portal.Slug}");
        SetCulture(context, site);
        await next(context);
    }

    private static string FirstSegment(PathString path)
    {
        var value = path.Value ?? "";
        var end = value.IndexOf('/', Math.Min(1, value.Length));
        return value.Length < 2 ? "" : end < 0 ? value[1..] : value[1..end];
    }

    private static void Move(HttpContext context, string segment)
    {
        // As addressed, so that links keep the caller's spelling of it.
        var path = context.Request.Path.Value!;
        var length = segment.Length + 1;
        context.Request.PathBase = context.Request.PathBase.Add(path[..length]);
        context.Request.Path = path.Length == length ? "/" : path[length..];
    }

    private static async Task<PortalContext?> FindPortalAsync(HttpContext context, SiteRuntime site)
    {
        var portals = await site.Portals.GetAsync(() => LoadAsync(context, site));
        return portals.Count == 0 ? null : portals.GetValueOrDefault(FirstSegment(context.Request.Path));
    }

    private static async Task<IReadOnlyDictionary<string, PortalContext>> LoadAsync(HttpContext context, SiteRuntime site)
    {
        await using var scope = context.RequestServices.GetRequiredService<SiteScopes>().Open(site);
        var found = new Dictionary<string, PortalContext>(StringComparer.OrdinalIgnoreCase);
        foreach (var directory in scope.ServiceProvider.GetServices<IPortalDirectory>())
        {
            foreach (var portal in await directory.ListAsync(context.RequestAborted))
            {
                found[portal.Slug] = portal;
            }
        }

        return found;
    }

    private static async Task<SiteLook> LoadLookAsync(HttpContext context, SiteRuntime site)
    {
        await using var scope = context.RequestServices.GetRequiredService<SiteScopes>().Open(site);
        return await scope.ServiceProvider.GetRequiredService<ISettings>().GetAsync<SiteLook>(context.RequestAborted);
    }

    private static void SetCulture(HttpContext context, SiteRuntime site)
    {
        var culture = CultureChoice.Of(context.Request) ?? site.Culture;
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
        context.Features.Set<IRequestCultureFeature>(new RequestCultureFeature(new RequestCulture(culture), null));
        context.Response.Headers.ContentLanguage = culture.Name;
    }
}
