using Microsoft.AspNetCore.Mvc.Razor;

namespace ServicePlatform.Screens;

/// <summary>Lets every view find the layouts and parts of this library by their plain names, after its own and the theme's.</summary>
internal sealed class SharedViews : IViewLocationExpander
{
    private static readonly string[] Places = ["/Areas/Screens/Views/Shared/{0}.cshtml"];

    public void PopulateValues(ViewLocationExpanderContext context)
    {
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        viewLocations.Concat(Places);
}
