using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ServicePlatform.Commands;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>What the file <c>plugin.json</c> in a plugin's folder says.</summary>
/// <param name="Id">The module's id, and the name of the folder: a capital letter, then letters and digits.</param>
/// <param name="Version">Of the plugin: <c>1.4.0</c>.</param>
/// <param name="Assembly">File name of the plugin's own assembly, without <c>.dll</c>.</param>
/// <param name="Contracts">Versions of ServicePlatform.Abstractions that it was built for: <c>0.1</c>, or <c>0.1-0.3</c>.</param>
/// <param name="Name">Name for the operator; the id where there is none.</param>
public sealed partial record PluginManifest(string Id, string Version, string Assembly, string Contracts, string? Name = null)
{
    public const string File = "plugin.json";

    private const int LargestFile = 64 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The version of the contracts that this host offers: major and minor.</summary>
    public static Version Offered { get; } = Short(typeof(IFailureText).Assembly.GetName().Version!);

    /// <summary>Whether a version of the contracts lies in the range that the plugin names.</summary>
    public bool IsFor(Version contracts)
    {
        var ends = Contracts.Split('-');
        var (from, to) = (System.Version.Parse(ends[0]), System.Version.Parse(ends[^1]));
        return Short(contracts) >= from && Short(contracts) <= to;
    }

    /// <summary>Reads a manifest; a failure says what is wrong with it.</summary>
    public static Result<PluginManifest> Read(Stream content)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[4096];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LargestFile)
            {
                return Wrong("> 64 KB");
            }
        }

        try
        {
            var text = bytes.ToArray().AsSpan();
            text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
            return JsonSerializer.Deserialize<PluginManifest>(text, Json) is not { } manifest ? Wrong("null")
                : !IdForm().IsMatch(manifest.Id ?? "") ? Wrong("id")
                : !VersionForm().IsMatch(manifest.Version ?? "") ? Wrong("version")
                : !AssemblyForm().IsMatch(manifest.Assembly ?? "") ? Wrong("assembly")
                : !ContractsForm().IsMatch(manifest.Contracts ?? "") ? Wrong("contracts")
                : manifest.Name is { Length: > 100 } || manifest.Name?.Any(char.IsControl) == true ? Wrong("name")
                : manifest;
        }
        catch (JsonException exception)
        {
            return Wrong(exception.Path is { Length: > 1 } path ? $"{path} ({exception.LineNumber + 1})" : $"{exception.LineNumber + 1}");
        }
    }

    private static Version Short(Version version) => new(version.Major, version.Minor);

    private static Failure Wrong(string part) => Failure.Unavailable("kernel.plugin-manifest", part);

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]{1,39}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdForm();

    [GeneratedRegex(@"^\d{1,5}(\.\d{1,5}){1,3}(-[A-Za-z0-9.]{1,30})?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionForm();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9._\-]{0,99}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AssemblyForm();

    [GeneratedRegex(@"^\d{1,4}\.\d{1,4}(-\d{1,4}\.\d{1,4})?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ContractsForm();
}
