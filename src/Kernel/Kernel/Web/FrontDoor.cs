using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using ServicePlatform.Data.Host;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Web;

/// <summary>
/// The list of sites at an address where none answers, for developers and for hosts that want one (<c>Platform:ShowDirectory</c>).
/// In Development it also says who may sign in (section <c>Welcome</c>).
/// </summary>
internal static class FrontDoor
{
    public static bool IsOpen(HttpContext context) =>
        context.Request.Path.Value is "" or "/"
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && (InDevelopment(context) || context.RequestServices.GetRequiredService<IOptions<PlatformOptions>>().Value.ShowDirectory);

    public static Task WriteAsync(HttpContext context, SiteRegistry registry)
    {
        var texts = PlainPages.Texts(context, null);
        var development = InDevelopment(context);
        var sites = registry.All.Where(site => development || (!site.Row.IsOperatorArea && site.Fault is null && site.Row.State == SiteState.Running))
            .OrderBy(site => site.Row.IsOperatorArea)
            .ThenBy(site => site.Row.CreatedAt)
            .ToList();
        if (sites.Count == 0)
        {
            return PlainPages.ShowAsync(context, 200, texts["Plain.NoSites"], $"<p>{Encode(texts["Plain.NoSites.Remedy"])}</p>");
        }

        var content = new StringBuilder($"<p class=\"soft\">{Encode(texts["Plain.Directory.Remedy"])}</p><div class=\"list\">");
        foreach (var site in sites)
        {
            content.Append(Entry(context, site, texts));
        }

        content.Append("</div>");
        if (development)
        {
            content.Append(SignIns(context, texts));
        }

        return PlainPages.ShowAsync(context, 200, texts["Plain.Directory"], content.ToString());
    }

    private static string Entry(HttpContext context, SiteRuntime site, IStringLocalizer texts)
    {
        var address = Address(context, site);
        var name = Encode(site.Row.Name);
        var note = site.Fault is not null ? texts["Plain.Fault"] : site.Row.State switch
        {
            SiteState.Stopped => texts["Plain.Stopped"],
            SiteState.SettingUp => texts["Plain.SettingUp"],
            SiteState.Moving => texts["Plain.Moving"],
            _ => null,
        };
        var title = note is null ? $"<a class=\"link\" href=\"{address}/\">{name}</a>" : name;
        var end = note is null ? $"<a class=\"link\" href=\"{address}/sign-in/staff\">{Encode(texts["Plain.Staff"])}</a>" : Encode(note);
        return $"<div class=\"list-item\"><div class=\"list-body\"><span class=\"list-title\">{title}</span><span class=\"list-detail\">{address}/</span></div><div class=\"list-end small\">{end}</div></div>";
    }

    private static string Address(HttpContext context, SiteRuntime site)
    {
        var prefix = site.Row.Prefix.Length == 0 ? "" : "/" + site.Row.Prefix;
        return Encode(site.Hosts.Count == 0 ? prefix : $"{context.Request.Scheme}://{site.Hosts[0]}{(context.Request.Host.Port is { } port ? ":" + port : "")}{prefix}");
    }

    private static string SignIns(HttpContext context, IStringLocalizer texts)
    {
        var lines = context.RequestServices.GetRequiredService<IConfiguration>().GetSection("Welcome").Get<string[]>()?.Where(line => line.Trim().Length > 0).ToList() ?? [];
        return lines.Count == 0
            ? ""
            : $"<section class=\"section\"><h2 class=\"section-title\">{Encode(texts["Plain.DemoSignIns"])}</h2><ul class=\"stack-tight small\">"
                + string.Concat(lines.Select(line => $"<li>{Encode(line)}</li>")) + "</ul></section>";
    }

    private static string Encode(string text) => PlainPages.Encoder.Encode(text);

    private static bool InDevelopment(HttpContext context) => context.RequestServices.GetRequiredService<IWebHostEnvironment>().IsDevelopment();
}
