using System.Text.RegularExpressions;

namespace ServicePlatform.Messaging.Templates;

/// <summary>Names in braces within the text of a template, and what is put in their place.</summary>
internal static partial class Placeholders
{
    /// <summary>How to address the customer.</summary>
    public const string Greeting = "greeting";

    /// <summary>Name of the brand or company.</summary>
    public const string Site = "site";

    /// <summary>Those that every template may use; the sender fills them in by itself.</summary>
    public static IReadOnlyList<string> Common { get; } = [Greeting, Site];

    public static IReadOnlyList<string> In(string text) =>
        [.. Form().Matches(text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>True where a brace stands that belongs to no placeholder.</summary>
    public static bool HasStrayBrace(string text) => Form().Replace(text, "").AsSpan().ContainsAny('{', '}');

    /// <summary>Puts the values in; null where one is missing.</summary>
    public static string? Fill(string text, IReadOnlyDictionary<string, string> values) =>
        In(text).All(values.ContainsKey) ? Form().Replace(text, match => values[match.Groups["name"].Value]) : null;

    [GeneratedRegex(@"\{(?<name>[a-z]+(-[a-z]+)*)\}", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Form();
}
