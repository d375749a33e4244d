using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Sites;
using ServicePlatform.Events;
using ServicePlatform.Kernel.Events;
using ServicePlatform.Kernel.Localization;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Navigation;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Plugins;
using ServicePlatform.Kernel.Recipes;
using ServicePlatform.Kernel.Scheduling;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Kernel.Tasks;
using ServicePlatform.Kernel.Telemetry;
using ServicePlatform.Kernel.Web;
using ServicePlatform.Modules;
using ServicePlatform.Navigation;
using ServicePlatform.Recipes;
using ServicePlatform.Scheduling;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Tasks;
using ISender = ServicePlatform.Commands.ISender;

namespace ServicePlatform.Kernel;

/// <summary>Puts the kernel and the modules into the host's container.</summary>
public static class PlatformServices
{
    /// <param name="builder">The host.</param>
    /// <param name="assemblies">Assemblies that may be modules, plugins or themes.</param>
    public static ModuleCatalog AddServicePlatform(this WebApplicationBuilder builder, IEnumerable<Assembly> assemblies)
    {
        var services = builder.Services;
        var catalog = new ModuleCatalog(assemblies);
        var plugins = builder.AddPlugins(catalog);
        services.AddOptions<PlatformOptions>().Bind(builder.Configuration.GetSection("Platform"));
        services.AddSingleton(catalog);
        services.TryAddSingleton(TimeProvider.System);
        services.AddTelemetry(builder.Configuration);
        AddSites(services, catalog, plugins);
        AddPipeline(services);
        AddModules(services, catalog, plugins);
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.AddSingleton<ResourceManagerStringLocalizerFactory>();
        services.Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory, KeptTexts>());
        services.AddSingleton<ModuleTexts>();
        services.AddSingleton<IFailureText, FailureText>();
        services.AddSingleton<Data.Timelines.ITimelineText, TimelineText>();
        services.AddSecurity();
        services.AddPlatformWeb(catalog);
        return catalog;
    }

    private static void AddSites(IServiceCollection services, ModuleCatalog catalog, PluginHost plugins)
    {
        services.AddSingleton(new SiteModel([typeof(SiteDbContext).Assembly, .. catalog.Modules.Select(module => module.Assembly)]) { Plugins = [.. plugins.AtWork.Select(plugin => plugin.Assembly!)] });
        services.AddSingleton<HostKey>();
        services.AddSingleton<SiteRegistry>();
        services.AddSingleton<SiteScopes>();
        services.AddScoped(provider => new SiteAudit(
            provider.GetRequiredService<SiteContext>(),
            provider.GetRequiredService<ActorContext>(),
            provider.GetRequiredService<SiteRegistry>(),
            provider.GetRequiredService<SiteScopes>(),
            provider.GetRequiredService<Microsoft.Extensions.Logging.ILogger<SiteAudit>>()));
        services.AddScoped<SiteDirectory>();
        services.AddScoped<SiteContext>();
        services.AddScoped<ISiteContext>(provider => provider.GetRequiredService<SiteContext>());
        services.AddScoped<ScopeClock>();
        services.AddScoped<IClock>(provider => provider.GetRequiredService<ScopeClock>());
        services.AddScoped<IReplay, Replay>();
        services.AddSingleton<Calendars.ChinaHolidays>();
        services.AddScoped<ServicePlatform.Calendars.IWorkCalendar, Calendars.WorkCalendar>();
        services.AddScoped<ActorContext>();
        services.AddScoped<IActorContext>(provider => provider.GetRequiredService<ActorContext>());
        services.AddScoped(provider => provider.GetRequiredService<SiteContext>().Runtime.DbOptions);
        services.AddScoped<SiteDbContext>();
        services.AddScoped<ISiteDbContextFactory, SiteDbContextFactory>();
        services.AddScoped(provider => new Data.Files.FileRoot(Path.Combine(provider.GetRequiredService<SiteContext>().Runtime.Folder, "files")));
        services.AddDataServices();
        services.AddScoped<Data.Privacy.IAfterErasure, Privacy.AfterErasure>();
        services.AddSingleton<ServicePlatform.Privacy.IErasedPersons, Privacy.ErasedPersons>();
        services.AddScoped(provider => new Privacy.RetentionBoard(
            provider.GetRequiredService<SiteDbContext>(),
            provider.GetServices<ServicePlatform.Privacy.IRetention>(),
            provider.GetRequiredService<ServicePlatform.Settings.ISettings>(),
            provider.GetServices<ServicePlatform.Privacy.ILegalHolds>(),
            provider.GetRequiredService<ModuleTexts>(),
            provider.GetRequiredService<IClock>()));
        services.AddSingleton<RecipeCatalog>();
        services.AddSingleton<RecipeChecker>();
        services.AddSingleton(provider => new RecipeSchema(provider.GetRequiredService<ModuleCatalog>(), provider.GetRequiredService<SiteScopes>(), provider.GetRequiredService<SiteRegistry>()));
        services.AddScoped<RecipeExporter>();
        services.AddScoped(provider => new FeatureTouches(provider, provider.GetRequiredService<SiteContext>(), provider.GetRequiredService<ModuleCatalog>(), provider.GetRequiredService<ModuleTexts>()));
        services.AddSingleton(provider => new RecipeRunner(
            provider.GetRequiredService<RecipeCatalog>(),
            provider.GetRequiredService<RecipeChecker>(),
            provider.GetRequiredService<SiteScopes>(),
            provider.GetRequiredService<SiteRegistry>(),
            provider.GetRequiredService<Microsoft.Extensions.Logging.ILogger<RecipeRunner>>()));
        services.AddScoped<INavigation, SiteNavigation>();
    }

    private static void AddPipeline(IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<ISender, Sender>();
        services.AddSingleton<EnvelopeFactory>();
        services.AddScoped<Authoriser>();
        services.AddScoped<DatabaseFaults>();
        services.AddScoped<UnitOfWork>();
        services.AddScoped(provider => new SiteWrites(provider.GetRequiredService<UnitOfWork>()));
        services.AddScoped<EventCollector>();
        services.AddScoped<IEvents>(provider => provider.GetRequiredService<EventCollector>());
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxDeliverer>();
        services.AddScoped(provider => new SiteDeliveries(
            provider.GetRequiredService<UnitOfWork>(), provider.GetRequiredService<OutboxSignal>(), provider.GetRequiredService<OutsideSignal>(), provider.GetRequiredService<SiteContext>()));
        services.AddHostedService<OutboxLoop>();
        services.AddSingleton<OutsideSignal>();
        services.AddSingleton<Outside.OutsideDeliverer>();
        services.AddHostedService<Outside.OutsideLoop>();
        services.AddScoped<ServicePlatform.Outside.IOutsideDeliveries, Outside.OutsideDeliveries>();
        services.AddSingleton<LongTaskSignal>();
        services.AddSingleton<LongTaskRun>();
        services.AddHostedService<LongTaskLoop>();
        services.AddScoped<ILongTasks, LongTasks>();
        services.AddHttpContextAccessor();
        services.AddScoped<OperationContext>();
        services.AddScoped<IOperationContext>(provider => provider.GetRequiredService<OperationContext>());
    }

    private static void AddModules(IServiceCollection services, ModuleCatalog catalog, PluginHost plugins)
    {
        var useCases = new UseCaseMap();
        var events = new EventMap();
        services.AddSingleton(useCases);
        services.AddSingleton(events);
        var features = new FeatureServices(catalog, services);
        foreach (var module in catalog.Modules.Where(module => plugins.Of(module.Assembly) is null))
        {
            var types = module.Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }).ToList();
            foreach (var type in types)
            {
                ModuleScan.Register(services, catalog, useCases, events, type);
            }

            foreach (var startup in types.Where(type => type.IsSubclassOf(typeof(StartupBase))).Select(type => (StartupBase)Activator.CreateInstance(type)!).OrderBy(startup => startup.Order))
            {
                features.Add(startup);
                services.AddSingleton(startup);
            }
        }

        plugins.Register(services, catalog, useCases, events, features);
        features.AddKernel<IRecipeStep, FeaturesStep>();
        features.AddKernel<IRecipeStep, SettingsStep>();
        features.AddKernel<IRecipeExport, SiteExport>();
        features.AddKernel<ServicePlatform.Privacy.IPersonalColumns, Privacy.KernelPersonalColumns>();
        features.AddKernel<ServicePlatform.Privacy.IPersonalRecords, Privacy.KernelPersonalRecords>();
        features.AddKernel<IRecipeNames, FeatureNames>();
        features.AddKernel<IRecipeNames, ThemeNames>();
        features.AddKernel<IRecipeNames, CultureNames>();
        features.AddKernel<IRecipeNames, TimeZoneNames>();
        features.AddKernel<IRecipeNames, RoleNames>();
        features.AddKernel<IRecipeNames, PermissionNames>();
        features.AddKernel<IRecurringJob, Housekeeping>();
        features.AddKernel<IRecurringJob, Privacy.RetentionJob>();
        features.AddKernel<ServicePlatform.Privacy.IRetention, Privacy.SignInCodeRetention>();
        features.AddKernel<ServicePlatform.Privacy.IRetention, Privacy.SessionRetention>();
        features.AddKernel<IAuditThings, Privacy.RetentionThings>();
        features.Complete();
    }
}
