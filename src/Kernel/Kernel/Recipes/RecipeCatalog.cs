using System.Reflection;
using Microsoft.Extensions.Options;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Recipes;

/// <summary>A recipe: embedded in a module or plugin with the files beside it, or brought by the operator without any.</summary>
/// <param name="Name">Unique.</param>
/// <param name="Assembly">Where it is embedded; null for a file of the operator's.</param>
/// <param name="File">Path of the operator's file; null for an embedded one.</param>
public sealed record RecipeSource(string Name, Assembly? Assembly, string? File = null)
{
    public Stream Open() => File is null ? ReadFile($"Recipes/{Name}{RecipeCatalog.Ending}")! : System.IO.File.OpenRead(File);

    /// <summary>Opens a file of the same assembly by its path in the project; null if there is none.</summary>
    public Stream? ReadFile(string path) => Assembly?.GetManifestResourceStream(path);
}

/// <summary>The recipes of modules and plugins, embedded as <c>Recipes/{name}.recipe.json</c>, and those that the operator has brought.</summary>
public sealed class RecipeCatalog(ModuleCatalog modules, IOptions<PlatformOptions> options, TimeProvider time)
{
    internal const string Ending = ".recipe.json";

    /// <summary>Largest file that an operator may bring, bytes.</summary>
    public const int LargestFile = 1024 * 1024;

    private const string Folder = "Recipes/";

    /// <summary>How long a recipe may lie between being looked at and being run.</summary>
    private static readonly TimeSpan OldestKept = TimeSpan.FromDays(1);

    /// <summary>Begins the names of the operator's own recipes, so that they never stand for a module's.</summary>
    internal const string Own = "own.";

    private readonly Dictionary<string, RecipeSource> _embedded = Embedded(modules);

    private string OwnFolder => Path.Combine(Path.GetFullPath(options.Value.DataFolder), "recipes");

    /// <summary>Those of modules and plugins.</summary>
    public IReadOnlyCollection<string> Names => _embedded.Keys;

    public RecipeSource? Find(string name)
    {
        if (_embedded.TryGetValue(name, out var embedded))
        {
            return embedded;
        }

        var path = Path.Combine(OwnFolder, name + Ending);
        return name.StartsWith(Own, StringComparison.Ordinal) && name.AsSpan().IndexOfAny('/', '\\') < 0 && File.Exists(path) ? new RecipeSource(name, null, path) : null;
    }

    /// <summary>How the names of recipes begin that were brought by a site's own people.</summary>
    public static string OwnOf(string siteId) => $"{Own}{siteId}.";

    /// <summary>Keeps a recipe that the operator brings for a site. What is not a recipe is refused before anything is made.</summary>
    /// <param name="siteId">The site that it will set up.</param>
    /// <param name="content">JSON, as it was brought.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <returns>The recipe's name.</returns>
    public async Task<Result<string>> KeepAsync(string siteId, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (Check(content) is { } failure)
        {
            return failure;
        }

        Directory.CreateDirectory(OwnFolder);
        var name = Own + siteId;
        var path = Path.Combine(OwnFolder, name + Ending);
        var access = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            // It may carry first passwords.
            access.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        File.Delete(path + ".tmp");
        await using (var file = new FileStream(path + ".tmp", access))
        {
            await file.WriteAsync(content, cancellationToken);
        }

        File.SetLastWriteTimeUtc(path + ".tmp", time.GetUtcNow().UtcDateTime);
        File.Move(path + ".tmp", path, overwrite: true);
        return name;
    }

    /// <summary>Forgets a recipe that was brought, once it has run or is not wanted: it may carry first passwords. One of a module stays.</summary>
    public void Forget(string name)
    {
        if (Find(name)?.File is { } path)
        {
            File.Delete(path);
        }
    }

    /// <summary>Forgets recipes that were brought and never run, and what a host that was killed has left half.</summary>
    /// <param name="needed">Names of those that a set-up still needs.</param>
    public void ForgetOld(IReadOnlyCollection<string> needed)
    {
        if (!Directory.Exists(OwnFolder))
        {
            return;
        }

        var before = time.GetUtcNow().UtcDateTime - OldestKept;
        foreach (var path in Directory.GetFiles(OwnFolder).Where(path => File.GetLastWriteTimeUtc(path) < before))
        {
            var file = Path.GetFileName(path);
            if (!file.EndsWith(Ending, StringComparison.Ordinal) || !needed.Contains(file[..^Ending.Length], StringComparer.Ordinal))
            {
                File.Delete(path);
            }
        }
    }

    private static Failure? Check(ReadOnlyMemory<byte> content)
    {
        var document = RecipeDocument.Read(content.Span, "file");
        return document.Succeeded ? RecipeRunner.Check(document.Value.Root, "file") : document.Failure;
    }

    private static Dictionary<string, RecipeSource> Embedded(ModuleCatalog modules)
    {
        var recipes = new Dictionary<string, RecipeSource>(StringComparer.Ordinal);
        foreach (var assembly in modules.Modules.Select(module => module.Assembly))
        {
            foreach (var resource in assembly.GetManifestResourceNames())
            {
                if (resource.StartsWith(Folder, StringComparison.Ordinal) && resource.EndsWith(Ending, StringComparison.Ordinal))
                {
                    var name = resource[Folder.Length..^Ending.Length];
                    recipes[name] = new RecipeSource(name, assembly);
                }
            }
        }

        return recipes;
    }
}
