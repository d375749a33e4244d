using Microsoft.Extensions.Localization;
using ServicePlatform.Navigation;
using ServicePlatform.Security;

namespace ServicePlatform.Operator;

internal sealed class Navigation(IStringLocalizer<Texts> texts) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
    [
        new(texts["Sites.Title"], "/app/sites", "globe", NavigationGroup.Work, 10, OperatorPermissions.Sites),
        new(texts["Backups.Title"], "/app/backups", "history", NavigationGroup.Work, 20, OperatorPermissions.Sites),
        new(texts["Plugins.Title"], "/app/plugins", "package", NavigationGroup.Work, 30, OperatorPermissions.Plugins),
    ];
}

internal sealed class HomePage : IHomePage
{
    public int Priority => 100;

    public string Path => "/app/sites";

    public bool IsFor(IActor actor) => actor.Can(OperatorPermissions.Sites);
}
