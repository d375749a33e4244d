using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.Localization;
using ServicePlatform.Kernel.Modules;

namespace ServicePlatform.Kernel.Localization;

/// <summary>The texts of every module together: for words whose key is made at run time (failures, timelines, permissions).</summary>
public sealed class ModuleTexts
{
    private readonly Dictionary<Assembly, IStringLocalizer> _byAssembly = [];
    private readonly List<IStringLocalizer> _all = [];
    private readonly ConcurrentDictionary<string, IStringLocalizer?> _owners = new(StringComparer.Ordinal);

    public ModuleTexts(ModuleCatalog catalog, IStringLocalizerFactory factory)
    {
        _all.Add(factory.Create(typeof(KernelTexts)));
        _all.Add(factory.Create(typeof(UiTexts)));
        foreach (var module in catalog.Modules)
        {
            if (module.Assembly.GetTypes().SingleOrDefault(type => type.Name == "Texts" && type.Namespace == module.Assembly.GetName().Name) is { } marker)
            {
                var texts = factory.Create(marker);
                _byAssembly[module.Assembly] = texts;
                _all.Add(texts);
            }
        }
    }

    /// <summary>The text in the current language, or null where no module has the key.</summary>
    public string? Find(string key, params object[] arguments)
    {
        var owner = _owners.GetOrAdd(key, wanted => _all.Find(texts => !texts[wanted].ResourceNotFound));
        return owner?[key, arguments].Value;
    }

    /// <summary>The text of one module, else of any.</summary>
    public string? Find(Assembly module, string key) =>
        _byAssembly.TryGetValue(module, out var texts) && texts[key] is { ResourceNotFound: false } found ? found.Value : Find(key);
}
