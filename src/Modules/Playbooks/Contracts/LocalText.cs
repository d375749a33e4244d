using System.Globalization;
using System.Text.Json.Serialization;

namespace ServicePlatform.Playbooks.Contracts;

/// <summary>A text that is stored in both languages; where one is missing the other is shown.</summary>
public sealed record LocalText(string? Zh = null, string? En = null)
{
    [JsonIgnore]
    public bool IsEmpty => string.IsNullOrWhiteSpace(Zh) && string.IsNullOrWhiteSpace(En);

    /// <summary>Null where nothing is written at all.</summary>
    public static LocalText? Of(string? zh, string? en)
    {
        var text = new LocalText(Clean(zh), Clean(en));
        return text.IsEmpty ? null : text;
    }

    /// <summary>In the language of the current reader.</summary>
    [JsonIgnore]
    public string Shown => In(CultureInfo.CurrentUICulture);

    public string In(CultureInfo culture) =>
        (culture.TwoLetterISOLanguageName == "zh" ? Zh ?? En : En ?? Zh) ?? "";

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
