using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>A quiet label for a kind or property that is not a status: <c>RO 600G</c>, <c>VIP</c>.</summary>
[HtmlTargetElement("sp-tag")]
public sealed class TagTagHelper(IIconSet icons) : TagHelper
{
    public string? Text { get; set => field = value.OrNull(); }

    public string? Icon { get; set => field = value.OrNull(); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.ContentAsync();
        output.Become("span", "tag");
        if (Ui.Icon.OrNothing(icons, Icon) is { } icon)
        {
            output.Content.AppendHtml(icon);
        }

        output.Content.Append(Text ?? "");
        output.Content.AppendIfAny(content);
    }
}
