using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Web;

/// <summary>A theme is an ordered list of places to look: itself, its parents, then the module, then the kernel's shared views.</summary>
internal sealed class ThemeViewLocations(ModuleCatalog catalog) : IViewLocationExpander
{
    private const string Key = "theme";

    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values[Key] = context.ActionContext.HttpContext.RequestServices.GetRequiredService<ISiteContext>().Theme;

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        foreach (var theme in catalog.ThemeLine(context.Values[Key] ?? ""))
        {
            yield return $"/Themes/{theme.Id}/Views/{{2}}/{{1}}/{{0}}.cshtml";
            yield return $"/Themes/{theme.Id}/Views/{{2}}/Shared/{{0}}.cshtml";
            yield return $"/Themes/{theme.Id}/Views/Shared/{{0}}.cshtml";
        }

        yield return "/Areas/{2}/Views/{1}/{0}.cshtml";
        yield return "/Areas/{2}/Views/Shared/{0}.cshtml";
        yield return "/Areas/Screens/Views/Shared/{0}.cshtml";
    }
}
