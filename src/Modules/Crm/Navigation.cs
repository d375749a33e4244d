using Microsoft.Extensions.Localization;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Navigation;

namespace ServicePlatform.Crm;

internal sealed class Navigation(IStringLocalizer<Texts> texts) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
    [
        new(texts["Customers.Title"], "/app/customers", "users", NavigationGroup.Customers, 10, CrmPermissions.View),
        new(texts["Compounds.Title"], "/app/compounds", "building-2", NavigationGroup.Customers, 40, CrmPermissions.View),
    ];
}
