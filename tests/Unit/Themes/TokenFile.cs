using System.Text.RegularExpressions;
using ServicePlatform.Ui.Colours;

namespace ServicePlatform.UnitTests.Themes;

/// <summary>The tokens of a theme's style sheet, resolved for light or dark.</summary>
internal sealed partial class TokenFile
{
    private readonly Dictionary<string, string> _values;

    public TokenFile(string css) =>
        _values = Declaration().Matches(css).GroupBy(match => match.Groups["name"].Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last().Groups["value"].Value.Trim(), StringComparer.Ordinal);

    public static IReadOnlyList<string> Paths()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "global.json")))
        {
            folder = folder.Parent;
        }

        return Directory.GetDirectories(Path.Combine(folder.FullName, "themes"))
            .Select(theme => Path.Combine(theme, "wwwroot", "tokens.css")).Where(File.Exists).ToList();
    }

    public Colour Colour(string token, bool dark) =>
        ServicePlatform.Ui.Colours.Colour.Parse(Resolve($"var(--{token})", dark)) ?? throw new InvalidOperationException($"--{token} is not a colour.");

    private string Resolve(string value, bool dark)
    {
        if (Pair().Match(value) is { Success: true } pair)
        {
            return Resolve(pair.Groups[dark ? "dark" : "light"].Value.Trim(), dark);
        }

        return Reference().Match(value) is { Success: true } reference ? Resolve(_values[reference.Groups["name"].Value], dark) : value;
    }

    [GeneratedRegex(@"--(?<name>[\w-]+):\s*(?<value>[^;]+);", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^light-dark\((?<light>.+?),\s*(?<dark>.+)\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pair();

    [GeneratedRegex(@"^var\(--(?<name>[\w-]+)\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
