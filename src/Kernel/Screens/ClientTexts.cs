using System.Text.Json;
using Microsoft.Extensions.Localization;
using ServicePlatform.Ui;

namespace ServicePlatform.Screens;

/// <summary>The words that the scripts need, in the reader's language, as JSON.</summary>
public sealed class ClientTexts(IStringLocalizer<UiTexts> texts)
{
    private static readonly string[] Names =
    [
        "Close", "Copied", "Clock.Left", "Clock.Late", "Time.Now", "Time.MinutesAgo", "Time.DaysHours", "Time.HoursMinutes", "Time.Minutes", "Time.Seconds", "Undo",
        "Palette.Nothing", "Palette.Start", "Palette.Failed", "Kept.Restored", "Kept.Discard", "Panel.Failed", "Request.Failed",
        "Request.Offline", "Layout.Online", "Layout.Offline", "Lookup.Nothing", "Field.Number", "Loading",
    ];

    public string Json => JsonSerializer.Serialize(
        Names.Select(name => (name, texts[name].Value))
            .Concat(Enum.GetValues<Tone>().Select(tone => ("Mark." + ToneMarks.Name(tone), ToneMarks.Shape(tone))))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal));
}
