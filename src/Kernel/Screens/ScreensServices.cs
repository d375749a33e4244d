using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Screens.Icons;
using ServicePlatform.Ui;

namespace ServicePlatform.Screens;

/// <summary>Registers the design system in the host.</summary>
public static class ScreensServices
{
    /// <summary>Adds icons, times in the site's words, and the shared layouts to where views look for them.</summary>
    public static IServiceCollection AddScreens(this IServiceCollection services)
    {
        services.AddSingleton<IIconSet, OutlineIcons>();
        services.AddScoped<SiteTime>();
        services.AddSingleton<ClientTexts>();
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new SharedViews()));
        return services;
    }
}
