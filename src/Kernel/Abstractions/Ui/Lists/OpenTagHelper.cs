using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>A link that opens a record in the side panel where there is room; an ordinary link everywhere else.</summary>
[HtmlTargetElement("sp-open")]
public sealed class OpenTagHelper : TagHelper
{
    public string Href { get; set; } = "";

    public string? Text { get; set => field = value.OrNull(); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.ContentAsync();
        output.Become("a", "row-link");
        output.Attributes.SetAttribute("href", Href);
        output.Attributes.SetAttribute("data-panel", "");
        output.Content.Append(Text ?? "");
        output.Content.AppendIfAny(content);
    }
}
