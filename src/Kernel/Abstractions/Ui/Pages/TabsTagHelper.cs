using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>The saved views of a list, or the parts of a record. Holds sp-tab elements, which are links.</summary>
[HtmlTargetElement("sp-tabs")]
public sealed class TabsTagHelper : TagHelper
{
    /// <summary>What the tabs choose, read out.</summary>
    public string? Label { get; set => field = value.OrNull(); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("nav", "tabs");
        if (Label is not null)
        {
            output.Attributes.SetAttribute("aria-label", Label);
        }
    }
}

/// <summary>One tab.</summary>
[HtmlTargetElement("sp-tab", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TabTagHelper : TagHelper
{
    public string Text { get; set; } = "";

    public string Href { get; set; } = "";

    /// <summary>Number of things behind it, as text.</summary>
    public string? Count { get; set => field = value.OrNull(); }

    public bool Active { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("a", "tab");
        output.Attributes.SetAttribute("href", Href);
        if (Active)
        {
            output.Attributes.SetAttribute("aria-current", "page");
        }

        output.Content.Append(Text);
        if (Count is not null)
        {
            output.Content.AppendHtml(Markup.Tag("span", "count").Add(Count));
        }
    }
}
