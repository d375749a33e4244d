using System.Text.RegularExpressions;

namespace ServicePlatform.Archives.Format;

/// <summary>The names that parts of an archive may have; there are no others, so that none leads out of a folder.</summary>
internal static partial class Names
{
    public const string Manifest = "manifest.json";
    public const string ManifestHash = "manifest.sha256";
    public const string Files = "files.jsonl";

    public static string Table(string name) => $"tables/{name}.jsonl";

    public static string File(string sha256) => $"files/{sha256[..2]}/{sha256[2..4]}/{sha256}";

    public static bool IsAllowed(string name) => name is Manifest or ManifestHash or Files || TableForm().IsMatch(name) || IsKey(name) || FileForm().IsMatch(name);

    public static bool IsKey(string name) => KeyForm().IsMatch(name);

    public static bool IsHash(string text) => HashForm().IsMatch(text);

    public static bool IsColumn(string name) => WordForm().IsMatch(name);

    [GeneratedRegex(@"^tables/[A-Za-z][A-Za-z0-9_]{0,127}\.jsonl\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TableForm();

    [GeneratedRegex(@"^keys/[A-Za-z0-9][A-Za-z0-9\-]{0,127}\.xml\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyForm();

    [GeneratedRegex(@"^files/[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{64}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileForm();

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HashForm();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]{0,127}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WordForm();
}
