using System.Reflection;
using ServicePlatform.Modules;

namespace ServicePlatform.ArchitectureTests;

/// <summary>The assemblies and sources of the product, as they were built.</summary>
internal static class Product
{
    public static IReadOnlyList<Assembly> Assemblies { get; } = Directory.GetFiles(AppContext.BaseDirectory, "ServicePlatform.*.dll")
        .Where(path => !path.EndsWith("Tests.dll", StringComparison.Ordinal))
        .Select(path => Assembly.Load(Path.GetFileNameWithoutExtension(path)))
        .ToList();

    public static IReadOnlyList<Assembly> Modules { get; } = Assemblies.Where(assembly => Manifest(assembly) is not null).ToList();

    /// <summary>Folder of the repository.</summary>
    public static string Root { get; } = FindRoot();

    public static ModuleAttribute? Manifest(Assembly assembly) => assembly.GetCustomAttribute<ModuleAttribute>();

    /// <summary>Sources below a folder of the repository, without what the build makes.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "dist"));

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ServicePlatform.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
