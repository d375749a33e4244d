using ServicePlatform.Kernel.Localization;
using ServicePlatform.Kernel.Modules;

namespace ServicePlatform.Background.Deliveries;

/// <summary>A parked delivery in words: which feature's follow-up is missing.</summary>
internal sealed class ParkedWords(ModuleCatalog catalog, ModuleTexts texts)
{
    public string FeatureOf(string listener) =>
        catalog.Modules.FirstOrDefault(module => listener.StartsWith(module.Assembly.GetName().Name + ".", StringComparison.Ordinal)) is { } module
            ? texts.Find(module.Assembly, "Feature." + module.Id) ?? module.Id
            : listener;

    /// <summary>The name that the log has it under.</summary>
    public static string ShortOf(string type) => type[(type.LastIndexOf('.') + 1)..];
}
