using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Ui;

/// <summary>Rows that stand for what is being loaded.</summary>
[HtmlTargetElement("sp-skeleton", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SkeletonTagHelper(IStringLocalizer<UiTexts> texts) : TagHelper
{
    public int Rows { get; set; } = 5;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("div", "skeleton");
        output.Attributes.SetAttribute("role", "status");
        output.Content.AppendHtml(Markup.Tag("span", "sr-only").Add(texts["Loading"].Value));
        for (var row = 0; row < Rows; row++)
        {
            output.Content.AppendHtml(Markup.Tag("div", "skeleton-row").With("aria-hidden", "true").Add(Bar()).Add(Bar()).Add(Bar()));
        }
    }

    private static Microsoft.AspNetCore.Mvc.Rendering.TagBuilder Bar() => Markup.Tag("span", "skeleton-bar");
}
