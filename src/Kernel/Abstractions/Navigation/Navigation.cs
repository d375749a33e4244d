namespace ServicePlatform.Navigation;

/// <summary>Groups of the staff menu, in their order.</summary>
public enum NavigationGroup
{
    Work,
    Customers,
    Network,
    Knowledge,
    Setup,
}

/// <summary>An entry of the staff menu. An entry without its permission is not shown.</summary>
/// <param name="Text">In the reader's language.</param>
/// <param name="Path">Below the site: <c>/app/orders</c>.</param>
/// <param name="Icon">Name in the icon set.</param>
/// <param name="Permission">Needed to see it.</param>
public sealed record NavigationItem(string Text, string Path, string Icon, NavigationGroup Group, int Order, string Permission)
{
    /// <summary>Set by the kernel for the entry whose page is open.</summary>
    public bool Active { get; init; }
}

/// <summary>Adds entries to the staff menu where its feature is on.</summary>
public interface INavigationProvider
{
    IEnumerable<NavigationItem> Items { get; }
}

/// <summary>The menu of the current user.</summary>
public interface INavigation
{
    /// <param name="path">Path of the current request below the site.</param>
    IReadOnlyList<NavigationItem> Build(string path);
}

/// <summary>Where a member of staff lands after signing in; the highest priority that he may see wins.</summary>
public interface IHomePage
{
    int Priority { get; }

    string Path { get; }

    bool IsFor(Security.IActor actor);
}
