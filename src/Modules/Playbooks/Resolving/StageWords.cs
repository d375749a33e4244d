using System.Globalization;
using Microsoft.Extensions.Localization;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;

namespace ServicePlatform.Playbooks.Resolving;

/// <summary>Names a step that follows from the model alone, in both languages as a written one.</summary>
internal sealed class StageWords(IStringLocalizer<Texts> texts)
{
    public LocalText Flush(FilterPosition filter) => new(Say("zh-Hans", filter), Say("en", filter));

    private string Say(string language, FilterPosition filter)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return texts["Stage.Flush", filter.Position, filter.Name];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
