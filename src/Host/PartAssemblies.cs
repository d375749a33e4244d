using System.Reflection;

namespace ServicePlatform.Host;

/// <summary>The assemblies beside the host that may be modules, plugins or themes. A reference that no code uses is not in the metadata, so the folder is read.</summary>
internal static class PartAssemblies
{
    public static IEnumerable<Assembly> Find() =>
        Directory.GetFiles(AppContext.BaseDirectory, "ServicePlatform.*.dll")
            .Select(Path.GetFileNameWithoutExtension)
            .Where(name => !name!.EndsWith("Tests", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Assembly.Load(new AssemblyName(name!)));
}
