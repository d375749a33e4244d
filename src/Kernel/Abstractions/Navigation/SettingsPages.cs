namespace ServicePlatform.Navigation;

/// <summary>A page among the site's settings.</summary>
/// <param name="Text">In the reader's language.</param>
/// <param name="Path">Below the site: <c>/app/settings/calendar</c>.</param>
/// <param name="Permission">Needed to see it.</param>
public sealed record SettingsPage(string Text, string Path, int Order, string Permission);

/// <summary>Adds pages to the site's settings where its feature is on. Such a page shows the partial <c>_SettingsTabs</c> under its title.</summary>
public interface ISettingsPages
{
    IEnumerable<SettingsPage> Pages { get; }
}
