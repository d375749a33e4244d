using System.Text;

namespace ServicePlatform.IntegrationTests.Plugins;

/// <summary>
/// Copies of the built sample plugin. A copy gets a name of its own by writing another number of the same length over the name in
/// every file, so that one project gives as many plugins as a test wants.
/// </summary>
internal static class SamplePlugin
{
    private const string Original = "Sample00";

    private static string Built { get; } = FindBuilt();

    public static string IdOf(int number) => $"Sample{number:00}";

    /// <summary>Puts a copy into a folder.</summary>
    /// <param name="plugins">Folder of plugins.</param>
    /// <param name="number">1 to 99.</param>
    /// <param name="behaviour">How it misbehaves; null for a good one.</param>
    /// <returns>Its folder.</returns>
    public static string Copy(string plugins, int number, string? behaviour = null)
    {
        var folder = Path.Combine(plugins, IdOf(number));
        foreach (var source in Directory.GetFiles(Built, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".pdb", StringComparison.Ordinal)))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(Built, source).Replace(Original, IdOf(number), StringComparison.Ordinal));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, Renamed(File.ReadAllBytes(source), number));
        }

        if (behaviour is not null)
        {
            File.WriteAllText(Path.Combine(folder, "behaviour.txt"), behaviour);
        }

        return folder;
    }

    private static byte[] Renamed(byte[] content, int number)
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
        {
            foreach (var (name, other) in new[] { (Original, IdOf(number)), (Original.ToLowerInvariant(), IdOf(number).ToLowerInvariant()) })
            {
                Overwrite(content, encoding.GetBytes(name), encoding.GetBytes(other));
            }
        }

        return content;
    }

    private static void Overwrite(byte[] content, byte[] name, byte[] other)
    {
        for (var at = content.AsSpan().IndexOf(name); at >= 0;)
        {
            other.CopyTo(content, at);
            var next = content.AsSpan(at + name.Length).IndexOf(name);
            at = next < 0 ? -1 : at + name.Length + next;
        }
    }

    private static string FindBuilt()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = folder.Parent!.Name;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ServicePlatform.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "tests/Plugins/Sample00/bin", configuration, "net10.0");
    }
}
