using System.Reflection;
using ServicePlatform.Kernel.Modules;

namespace ServicePlatform.Kernel.Recipes;

/// <summary>A recipe embedded in a module or plugin as <c>Recipes/{name}.recipe.json</c>, with the files beside it.</summary>
public sealed record RecipeSource(string Name, Assembly Assembly)
{
    public Stream Open() => ReadFile($"Recipes/{Name}.recipe.json")!;

    /// <summary>Opens a file of the same assembly by its path in the project; null if there is none.</summary>
    public Stream? ReadFile(string path) => Assembly.GetManifestResourceStream(path);
}

/// <summary>All recipes of the modules and plugins.</summary>
public sealed class RecipeCatalog
{
    private const string Folder = "Recipes/";
    private const string Ending = ".recipe.json";

    private readonly Dictionary<string, RecipeSource> _recipes = new(StringComparer.Ordinal);

    public RecipeCatalog(ModuleCatalog modules)
    {
        foreach (var assembly in modules.Modules.Select(module => module.Assembly))
        {
            foreach (var resource in assembly.GetManifestResourceNames())
            {
                if (resource.StartsWith(Folder, StringComparison.Ordinal) && resource.EndsWith(Ending, StringComparison.Ordinal))
                {
                    var name = resource[Folder.Length..^Ending.Length];
                    _recipes[name] = new RecipeSource(name, assembly);
                }
            }
        }
    }

    public IReadOnlyCollection<string> Names => _recipes.Keys;

    public RecipeSource? Find(string name) => _recipes.GetValueOrDefault(name);
}
