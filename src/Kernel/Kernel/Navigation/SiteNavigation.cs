using ServicePlatform.Navigation;
using ServicePlatform.Security;

namespace ServicePlatform.Kernel.Navigation;

internal sealed class SiteNavigation(IEnumerable<INavigationProvider> providers, IActorContext actors) : INavigation
{
    public IReadOnlyList<NavigationItem> Build(string path)
    {
        var items = providers.SelectMany(provider => provider.Items)
            .Where(item => actors.Current.Can(item.Permission))
            .OrderBy(item => item.Group)
            .ThenBy(item => item.Order)
            .ToList();

        // The longest entry that the page lies under is the open one.
        var active = items.Where(item => path == item.Path || path.StartsWith(item.Path + "/", StringComparison.Ordinal)).MaxBy(item => item.Path.Length);
        return items.ConvertAll(item => ReferenceEquals(item, active) ? item with { Active = true } : item);
    }
}
