using System.Collections.Frozen;
using ServicePlatform.Ui;

namespace ServicePlatform.Screens.Icons;

/// <summary>The icons that the build takes from the icon package; read at the first use.</summary>
internal sealed class OutlineIcons : IIconSet
{
    private readonly Lazy<FrozenDictionary<string, string>> _shapes = new(Read);

    public string? Find(string name) => _shapes.Value.GetValueOrDefault(name);

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(OutlineIcons).Assembly.GetManifestResourceStream("icons.txt")
            ?? throw new InvalidOperationException("The icons are missing from the assembly: the client build did not run.");
        using var reader = new StreamReader(stream);
        var shapes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            shapes[line[..tab]] = line[(tab + 1)..];
        }

        return shapes.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
