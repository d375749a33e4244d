using Microsoft.Extensions.Localization;
using ServicePlatform.Fields;
using ServicePlatform.Navigation;

namespace ServicePlatform.CustomFields;

/// <summary>Among the site's settings, where anything can have fields.</summary>
internal sealed class FieldPages(IStringLocalizer<Texts> texts, IEnumerable<ICustomFieldSubject> subjects) : ISettingsPages
{
    public IEnumerable<SettingsPage> Pages =>
        subjects.Any() ? [new(texts["Fields.Title"], "/app/settings/fields", 40, CustomFieldPermissions.Manage)] : [];
}
