using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>Something to know on this page: what it means and what to do. Buttons in sp-actions stand below.</summary>
[HtmlTargetElement("sp-notice")]
public sealed class NoticeTagHelper(IIconSet icons) : TagHelper
{
    public string? Tone { get; set => field = value.OrNull(); } = "info";

    public string? Title { get; set => field = value.OrNull(); }

    public string? Text { get; set => field = value.OrNull(); }

    public string? Icon { get; set => field = value.OrNull(); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slots = Slots.Open(context);
        var content = await output.GetChildContentAsync();
        var tone = Tones.Parse(Tone);
        output.Become("div", "notice");
        output.Attributes.SetAttribute("data-tone", tone.Name());
        output.Content.AppendHtml(Ui.Icon.Of(icons, Icon ?? tone.IconName()));
        var body = Markup.Tag("div", "notice-body");
        if (Title is not null)
        {
            body.Add(Markup.Tag("p", "notice-title").Add(Title));
        }

        if (Text is not null)
        {
            body.Add(Markup.Tag("p").Add(Text));
        }

        output.Content.AppendHtml(body.Add(content).Add(slots.Actions));
    }
}
