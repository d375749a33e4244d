using Microsoft.Extensions.Localization;
using ServicePlatform.Kernel.Localization;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Sites;

namespace ServicePlatform.Accounts.Settings;

/// <param name="With">Ids of the features that a switch takes with it.</param>
/// <param name="Touches">Their names.</param>
/// <param name="Ask">What to ask before switching.</param>
internal sealed record FeatureLine(
    string Id, string Name, string? Description, bool IsOn, bool IsAlways, IReadOnlyList<string> Needs, IReadOnlyList<string> With, IReadOnlyList<string> Touches, string Ask);

/// <summary>The features that the site may have, and what switching each of them would do.</summary>
internal sealed class FeatureBoard(ModuleCatalog catalog, ModuleTexts words, ISiteContext site, IStringLocalizer<Texts> texts)
{
    public IReadOnlyList<FeatureLine> Read()
    {
        var on = catalog.Features.Keys.Where(site.IsEnabled).ToHashSet(StringComparer.Ordinal);
        return Offered.OrderBy(feature => feature.AlwaysEnabled).ThenBy(feature => feature.Module.Floor).ThenBy(feature => feature.Id, StringComparer.Ordinal)
            .Select(feature => Line(feature, on))
            .ToList();
    }

    /// <summary>The name of a feature that this site may have; null for any other.</summary>
    public string? NameOf(string id) => Offered.FirstOrDefault(feature => feature.Id == id) is { } feature ? Name(feature.Id) : null;

    private IEnumerable<FeatureInfo> Offered => catalog.Features.Values.Where(feature => site.IsOperatorArea || !feature.OperatorAreaOnly);

    private FeatureLine Line(FeatureInfo feature, HashSet<string> on)
    {
        var isOn = on.Contains(feature.Id);
        IReadOnlyList<string> touched = isOn ? catalog.Dependents(feature.Id, on) : [.. catalog.Close([feature.Id]).Where(other => other != feature.Id && !on.Contains(other)).Order(StringComparer.Ordinal)];
        var touches = touched.Select(Name).ToList();
        var others = string.Join(texts["List.Separator"], touches);
        string ask = (isOn, touches.Count) switch
        {
            (true, 0) => texts["Features.AskOff", Name(feature.Id)],
            (true, _) => texts["Features.AskOffWith", Name(feature.Id), others],
            (false, 0) => texts["Features.AskOn", Name(feature.Id)],
            (false, _) => texts["Features.AskOnWith", Name(feature.Id), others],
        };
        return new FeatureLine(
            feature.Id,
            Name(feature.Id),
            words.Find(feature.Module.Assembly, $"Feature.{feature.Id}.Description"),
            isOn,
            feature.AlwaysEnabled,
            feature.Dependencies.Where(needed => !catalog.Features[needed].AlwaysEnabled).Distinct(StringComparer.Ordinal).Select(Name).ToList(),
            touched,
            touches,
            ask);
    }

    private string Name(string id) => words.Find(catalog.Features[id].Module.Assembly, "Feature." + id) ?? id;
}
