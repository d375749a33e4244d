using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using ServicePlatform.Sites;

namespace ServicePlatform.Ui;

/// <summary>A promise that runs: how long until it is due, by how much it is late, or when it was kept. Counts on in the browser.</summary>
[HtmlTargetElement("sp-clock", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ClockTagHelper(SiteTime time, IClock clock, IStringLocalizer<UiTexts> texts) : TagHelper
{
    /// <summary>What was promised: <c>Booking</c>.</summary>
    public string? Label { get; set => field = value.OrNull(); }

    /// <summary>UTC instant at which it is due.</summary>
    public DateTime? Due { get; set; }

    /// <summary>UTC instant at which it was kept; the clock then stands.</summary>
    public DateTime? Stopped { get; set; }

    /// <summary>Time left while it is paused; the clock then stands.</summary>
    public TimeSpan? Paused { get; set; }

    /// <summary>Minutes before the due time from which it warns.</summary>
    public int Warn { get; set; } = 15;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (tone, words) = Read();
        output.Become("span", "clock");
        output.Attributes.SetAttribute("data-tone", tone.Name());
        if (Due is { } due && Stopped is null && Paused is null)
        {
            output.Attributes.SetAttribute("data-due", due.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            output.Attributes.SetAttribute("data-warn", Warn.ToString(CultureInfo.InvariantCulture));
        }

        if (Due is { } at)
        {
            output.Attributes.SetAttribute("title", texts["Clock.DueAt", time.Exact(at)]);
        }

        output.Content.AppendHtml(tone.Mark());
        if (Label is not null)
        {
            output.Content.AppendHtml(new Leaf("span", "clock-label", Label));
        }

        output.Content.AppendHtml(new Leaf("span", "clock-left", words));
    }

    private (Tone Tone, string Words) Read()
    {
        if (Due is not { } due)
        {
            return (Tone.Neutral, texts["Clock.None"]);
        }

        if (Paused is { } rest)
        {
            return (Tone.Neutral, texts["Clock.Paused", time.Span(rest)]);
        }

        var left = due - (Stopped ?? clock.UtcNow);
        if (Stopped is not null)
        {
            return left >= TimeSpan.Zero ? (Tone.Good, texts["Clock.Kept"]) : (Tone.Bad, texts["Clock.KeptLate", time.Span(left)]);
        }

        return left switch
        {
            { Ticks: < 0 } => (Tone.Bad, texts["Clock.Late", time.Span(left)]),
            { TotalMinutes: var minutes } when minutes <= Warn => (Tone.Warn, texts["Clock.Left", time.Span(left)]),
            _ => (Tone.Info, texts["Clock.Left", time.Span(left)]),
        };
    }
}
