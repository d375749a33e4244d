using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>Nothing here yet: what belongs here, and the first step (sp-actions).</summary>
[HtmlTargetElement("sp-empty")]
public sealed class EmptyTagHelper(IIconSet icons) : TagHelper
{
    public string Title { get; set; } = "";

    public string? Text { get; set => field = value.OrNull(); }

    public string Icon { get; set; } = "inbox";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slots = Slots.Open(context);
        var content = await output.GetChildContentAsync();
        output.Become("div", "empty");
        output.Content.AppendHtml(Ui.Icon.Of(icons, Icon)).AppendHtml(Markup.Tag("p", "empty-title").Add(Title));
        if (Text is not null)
        {
            output.Content.AppendHtml(Markup.Tag("p", "empty-text").Add(Text));
        }

        output.Content.AppendHtml(content);
        if (slots.Actions is { } actions)
        {
            output.Content.AppendHtml(actions);
        }
    }
}
