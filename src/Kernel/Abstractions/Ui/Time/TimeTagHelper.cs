using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>An instant or a day in the site's zone; the exact time shows on hover. Nothing known is a dash.</summary>
[HtmlTargetElement("sp-time", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimeTagHelper(SiteTime time) : TagHelper
{
    /// <summary>A <see cref="DateTime"/> in UTC, a <see cref="DateTimeOffset"/>, or a <see cref="DateOnly"/>.</summary>
    public object? Value { get; set; }

    /// <summary>relative (as people say it), exact (day and time), date (the day alone), day (today, tomorrow, 3 Nov) or clock (14:30).</summary>
    public string Kind { get; set; } = "relative";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("time", "nowrap");
        if (Value is DateOnly date)
        {
            output.Attributes.SetAttribute("datetime", SiteTime.Date(date));
            output.Attributes.SetAttribute("title", SiteTime.Date(date));
            output.Content.SetContent(Kind == "date" ? SiteTime.Date(date) : time.Day(date));
            return;
        }

        if (Instant() is not { } utc)
        {
            output.TagName = "span";
            output.Content.SetContent("–");
            return;
        }

        output.Attributes.SetAttribute("datetime", utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("title", time.Exact(utc));
        if (Kind == "relative")
        {
            output.Attributes.SetAttribute("data-relative", "");
        }

        output.Content.SetContent(Words(utc));
    }

    private DateTime? Instant() => Value switch
    {
        DateTime instant => instant,
        DateTimeOffset instant => instant.UtcDateTime,
        _ => null,
    };

    private string Words(DateTime utc) => Kind switch
    {
        "exact" => time.Exact(utc),
        "date" => SiteTime.Date(DateOnly.FromDateTime(time.ToLocal(utc))),
        "day" => time.Day(DateOnly.FromDateTime(time.ToLocal(utc))),
        "clock" => time.ToLocal(utc).ToString("HH:mm", CultureInfo.InvariantCulture),
        _ => time.Relative(utc),
    };
}
