using Microsoft.Extensions.Localization;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Navigation;

namespace ServicePlatform.Messaging.Providers;

internal sealed class ProviderPages(IStringLocalizer<Texts> texts) : ISettingsPages
{
    public IEnumerable<SettingsPage> Pages => [new(texts["Providers.Title"], "/app/settings/providers", 40, MessagingPermissions.Providers)];
}
