using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;
using ServicePlatform.Ui;

namespace ServicePlatform.Screens;

/// <summary>The words that the scripts need, in the reader's language, as JSON.</summary>
public sealed class ClientTexts(IStringLocalizer<UiTexts> texts, HtmlEncoder encoder)
{
    // encoded a second time for the attribute that carries it
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Names =
    [
        "Close", "Copied", "Clock.Left", "Clock.Late", "Time.Now", "Time.MinutesAgo", "Time.DaysHours", "Time.HoursMinutes", "Time.Minutes", "Time.Seconds", "Undo",
        "Palette.Nothing", "Palette.Start", "Palette.Failed", "Kept.Restored", "Kept.Discard", "Panel.Failed", "Request.Failed",
        "Request.Offline", "Layout.Online", "Layout.Offline", "Lookup.Nothing", "Field.Number", "Loading",
    ];

    private readonly ConcurrentDictionary<string, IHtmlContent> _perLanguage = new(StringComparer.Ordinal);

    /// <summary>Value of an attribute, encoded: every page carries it.</summary>
    public IHtmlContent Attribute => _perLanguage.GetOrAdd(CultureInfo.CurrentUICulture.Name, _ => new HtmlString(encoder.Encode(Json())));

    private string Json() => JsonSerializer.Serialize(
        Names.Select(name => (name, texts[name].Value))
            .Concat(Enum.GetValues<Tone>().Select(tone => ("Mark." + ToneMarks.Name(tone), ToneMarks.Shape(tone))))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal),
        Readable);
}
