using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Outbox;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Events;
using ServicePlatform.Kernel.Localization;
using ServicePlatform.Kernel.Plugins;
using ServicePlatform.Kernel.Recipes;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Kernel.Web;
using ServicePlatform.Navigation;
using ServicePlatform.Scheduling;
using ServicePlatform.Security;
using ServicePlatform.Settings;

namespace ServicePlatform.Kernel.Modules;

/// <summary>Finds what switching features of the current site touches.</summary>
public sealed class FeatureTouches
{
    private static readonly MethodInfo CountMethod = typeof(FeatureTouches).GetMethod(nameof(CountAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly IServiceProvider _services;
    private readonly SiteContext _site;
    private readonly ModuleCatalog _catalog;
    private readonly ModuleTexts _words;

    internal FeatureTouches(IServiceProvider services, SiteContext site, ModuleCatalog catalog, ModuleTexts words) => (_services, _site, _catalog, _words) = (services, site, catalog, words);

    /// <param name="features">Those that go on or off together.</param>
    public async Task<FeatureTouch> FindAsync(IReadOnlySet<string> features, CancellationToken cancellationToken)
    {
        var db = _services.GetRequiredService<SiteDbContext>();

        // What a feature that is off offers is seen in a site where everything is on.
        var all = new SitePlan(_site.Runtime.Row, _catalog);
        all.Switch([.. _catalog.Features.Keys], []);
        await using var everything = _services.GetRequiredService<SiteScopes>().Open(_site.Runtime.As(all));
        var offered = (_services.GetRequiredService<FeatureContracts>(), everything.ServiceProvider);
        return new FeatureTouch(
            Menu(features, offered),
            Addresses(features),
            [.. Of<IRecurringJob>(features, offered).Select(job => Name(job.Feature, "Job." + job.Service.Id) ?? job.Service.Id).Order(StringComparer.CurrentCulture)],
            await PermissionsAsync(features, offered, db, cancellationToken),
            Map.EventsOf(features),
            await WaitingAsync(features, db, cancellationToken),
            await TablesAsync(features, db, cancellationToken));
    }

    private EventMap Map => _services.GetRequiredService<EventMap>();

    private static IEnumerable<(string Feature, T Service)> Of<T>(IReadOnlySet<string> features, (FeatureContracts Contracts, IServiceProvider Everything) offered)
        where T : class =>
        offered.Contracts.Of<T>(offered.Everything, features);

    private static List<string> Menu(IReadOnlySet<string> features, (FeatureContracts Contracts, IServiceProvider Everything) offered) =>
    [
        .. Of<INavigationProvider>(features, offered).SelectMany(provider => provider.Service.Items).OrderBy(item => item.Group).ThenBy(item => item.Order).Select(item => item.Text)
            .Concat(Of<ISettingsPages>(features, offered).SelectMany(provider => provider.Service.Pages).OrderBy(page => page.Order).Select(page => page.Text)).Distinct(StringComparer.Ordinal),
    ];

    private int Addresses(IReadOnlySet<string> features) => _services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<EndpointFeature>() is { } feature && features.Contains(feature.Id))
        .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET", StringComparer.OrdinalIgnoreCase) == true)
        .Select(endpoint => endpoint.RoutePattern.RawText).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private async Task<IReadOnlyList<TouchedPermission>> PermissionsAsync(
        IReadOnlySet<string> features, (FeatureContracts Contracts, IServiceProvider Everything) offered, SiteDbContext db, CancellationToken cancellationToken)
    {
        var stored = await (
            from row in db.Set<RolePermission>().AsNoTracking()
            join role in db.Set<SiteRole>() on row.RoleId equals role.Id
            select new { row.Permission, role.Name }).ToListAsync(cancellationToken);
        var roles = stored.ToLookup(row => row.Permission, row => row.Name!, StringComparer.Ordinal);
        var known = (await _services.GetRequiredService<ISettings>().GetAsync<RoleSeeder.KnownPermissions>(cancellationToken)).Ids;
        return
        [
            .. Of<IPermissionProvider>(features, offered).SelectMany(provider => provider.Service.Permissions.Select(permission => (provider.Feature, Permission: permission)))
                .DistinctBy(row => row.Permission.Id, StringComparer.Ordinal)
                .Select(row => new TouchedPermission(
                    Name(row.Feature, "Permission." + row.Permission.Id) ?? row.Permission.Id,
                    (known.Contains(row.Permission.Id) ? roles[row.Permission.Id] : row.Permission.DefaultRoles).Append(StandardRoles.Administrator).Distinct(StringComparer.Ordinal).Count())),
        ];
    }

    private async Task<int> WaitingAsync(IReadOnlySet<string> features, SiteDbContext db, CancellationToken cancellationToken)
    {
        var listeners = Map.ListenersOf(features);
        return listeners.Count == 0 ? 0 : await db.Set<OutboxDelivery>().CountAsync(delivery => delivery.State == DeliveryState.Pending && listeners.Contains(delivery.Listener), cancellationToken);
    }

    private async Task<IReadOnlyList<TouchedTable>> TablesAsync(IReadOnlySet<string> features, SiteDbContext db, CancellationToken cancellationToken)
    {
        var plugins = _services.GetRequiredService<PluginHost>();
        var types = db.Model.GetEntityTypes()
            .Where(type => !type.IsOwned() && type.GetTableName() is not null && _catalog.FeatureOf(type.ClrType) is { } feature && features.Contains(feature) && plugins.FaultIn(_site.Id, feature) is null)
            .DistinctBy(type => type.GetTableName(), StringComparer.Ordinal)
            .OrderBy(type => type.GetTableName(), StringComparer.Ordinal);
        var tables = new List<TouchedTable>();
        foreach (var type in types)
        {
            tables.Add(new TouchedTable(type.GetTableName()!, await (Task<long>)CountMethod.MakeGenericMethod(type.ClrType).Invoke(null, [db, cancellationToken])!));
        }

        return tables;
    }

    private static Task<long> CountAsync<T>(SiteDbContext db, CancellationToken cancellationToken)
        where T : class =>
        db.Set<T>().IgnoreQueryFilters().LongCountAsync(cancellationToken);

    private string? Name(string feature, string key) => _words.Find(_catalog.Features[feature].Module.Assembly, key);
}
