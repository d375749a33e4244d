using System.Reflection;
using System.Runtime.Loader;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>
/// Where a plugin's assemblies live. What the host has is shared with it, so that both mean the same types; the rest comes from the
/// plugin's own folder. It is never unloaded: what MVC has once served from stays referenced.
/// </summary>
internal sealed class PluginLoadContext(string id, string assemblyFile) : AssemblyLoadContext($"plugin {id}")
{
    private readonly AssemblyDependencyResolver _resolver = new(assemblyFile);
    private readonly string _folder = Path.GetDirectoryName(assemblyFile)!;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.CultureName is { Length: > 0 })
        {
            // Translations lie beside the assembly that they belong to; the runtime finds them there.
            return null;
        }

        try
        {
            return Default.LoadFromAssemblyName(assemblyName);
        }
        catch (Exception exception) when (exception is FileNotFoundException or FileLoadException && !IsContract(assemblyName))
        {
            return Find(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
        }
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : nint.Zero;

    /// <summary>A copy of a contract in the plugin's folder would be other types of the same names.</summary>
    private static bool IsContract(AssemblyName name) => name.Name is "ServicePlatform.Abstractions" or "ServicePlatform.Kernel" or "ServicePlatform.Data";

    /// <summary>As the list of dependencies says; a folder without one is searched.</summary>
    private string? Find(AssemblyName name) =>
        _resolver.ResolveAssemblyToPath(name) ?? (Path.Combine(_folder, name.Name + ".dll") is var beside && File.Exists(beside) ? beside : null);
}
