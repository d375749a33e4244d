using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Data.Access;
using ServicePlatform.Data.Files;
using ServicePlatform.Data.Numbers;
using ServicePlatform.Data.Search;
using ServicePlatform.Data.Settings;
using ServicePlatform.Data.Sites;
using ServicePlatform.Data.Timelines;
using ServicePlatform.Files;
using ServicePlatform.Numbers;
using ServicePlatform.Search;
using ServicePlatform.Settings;
using ServicePlatform.Timelines;

namespace ServicePlatform.Data;

/// <summary>
/// The data services of a site's scope. The host adds what they rest on: <see cref="SiteDbContext"/>,
/// <see cref="ISiteDbContextFactory"/>, <see cref="FileRoot"/> and <see cref="ITimelineText"/> in each scope, with clock, actor and site.
/// </summary>
public static class DataServices
{
    public static IServiceCollection AddDataServices(this IServiceCollection services)
    {
        services.AddScoped<DataScope>();
        services.AddScoped<ISiteDb, SiteDb>();
        services.AddScoped<ITransactionMemory, TransactionMemory>();
        services.AddScoped<ISettings, SettingStore>();
        services.AddScoped<IAccessGrants, AccessGrants>();
        services.AddScoped<ListedTimes>();
        services.AddScoped<IGrantedLists, GrantedLists>();
        services.AddScoped<IHolderPaths, HolderPaths>();
        services.AddScoped<IGrantReader, GrantReader>();

        services.AddScoped<ContentFolder>();
        services.AddSingleton<ContentUse>();
        services.AddScoped<Privacy.PersonalTraces>();
        services.AddScoped<ServicePlatform.Privacy.IPersonalTraces>(provider => provider.GetRequiredService<Privacy.PersonalTraces>());
        services.AddScoped<IFileStore, FileStore>();
        services.AddScoped<IFileReader, FileReader>();

        services.AddSingleton<NumberBlocks>();
        services.AddScoped<SiteNumbers>();
        services.AddScoped<INumbers>(provider => provider.GetRequiredService<SiteNumbers>());
        services.AddScoped<INumberReserve>(provider => provider.GetRequiredService<SiteNumbers>());

        services.AddSingleton<PinyinInitials>();
        services.AddSingleton<SubjectTokens>();
        services.AddSingleton<SearchScope>();
        services.AddScoped<ISearchIndex, SearchIndex>();

        services.AddScoped<ITimeline, Timeline>();
        return services;
    }
}
