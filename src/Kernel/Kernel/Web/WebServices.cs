using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;
using ServicePlatform.Kernel.Health;
using ServicePlatform.Kernel.Modules;

namespace ServicePlatform.Kernel.Web;

internal static class WebServices
{
    private const long LargestRequest = 30 * 1024 * 1024;

    public static void AddPlatformWeb(this IServiceCollection services, ModuleCatalog catalog)
    {
        var mvc = services.AddControllersWithViews(options =>
        {
            options.ModelBinderProviders.Insert(0, new PastedDigitsBinderProvider());
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            options.Filters.Add<ReadableForms>();
            options.Filters.Add<StaleForms>();
            options.Conventions.Add(new FeatureConvention(catalog));

            // What is required is said once, by the validator of the command.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        });
        services.AddOptions<MvcOptions>().Configure<IStringLocalizer<KernelTexts>>(BindingTexts.Apply);
        mvc.ConfigureApplicationPartManager(parts =>
        {
            foreach (var provider in parts.FeatureProviders.OfType<ControllerFeatureProvider>().ToList())
            {
                parts.FeatureProviders.Remove(provider);
            }

            parts.FeatureProviders.Add(new InternalControllers(catalog));
            var known = parts.ApplicationParts.Select(part => part.Name).ToHashSet(StringComparer.Ordinal);
            var assemblies = catalog.Modules.Select(module => module.Assembly).Concat(catalog.Themes.Values.Select(theme => theme.Assembly)).Distinct();
            foreach (var part in assemblies.Where(assembly => !known.Contains(assembly.GetName().Name!)).SelectMany(Parts))
            {
                parts.ApplicationParts.Add(part);
            }
        });
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new ThemeViewLocations(catalog)));
        services.AddSingleton<MatcherPolicy, FeatureMatcherPolicy>();
        services.AddSingleton<PlatformState>();

        // Chinese as it is, not as entities: pages stay small and readable.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<KestrelServerOptions>(options =>
        {
            options.Limits.MaxRequestBodySize = LargestRequest;
            options.AddServerHeader = false;
        });
        services.Configure<FormOptions>(options =>
        {
            options.MultipartBodyLengthLimit = LargestRequest;
            options.ValueLengthLimit = 256 * 1024;
            options.ValueCountLimit = 2000;
        });
        services.AddProblemDetails(options => options.CustomizeProblemDetails = problem =>
            problem.ProblemDetails.Extensions["traceId"] = problem.HttpContext.TraceIdentifier);
        services.AddAntiforgery();
        services.AddExceptionHandler<ExpectedFaults>();
        services.AddRateLimiter(RateLimits.Configure);
        services.AddPlatformHealth();
    }

    private static IEnumerable<ApplicationPart> Parts(System.Reflection.Assembly assembly) =>
        new ConsolidatedAssemblyApplicationPartFactory().GetApplicationParts(assembly);
}
