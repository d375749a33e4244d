using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>How far long work has come: <c>1,204 of 5,000, 2 min left</c>.</summary>
[HtmlTargetElement("sp-progress", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProgressTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    /// <summary>The state in words.</summary>
    public string Text { get; set; } = "";

    /// <summary>Done so far; null while the size of the work is not known.</summary>
    public long? Value { get; set; }

    public long Max { get; set; } = 100;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("div", "progress");
        output.Content.AppendHtml(Markup.Tag("div", "progress-head").Add(Markup.Tag("span").Add(Label)).Add(Markup.Tag("span").Add(Text)));
        output.Content.AppendHtml(Markup.Tag("progress").With("aria-label", Label)
            .With("max", Max.ToString(CultureInfo.InvariantCulture))
            .With("value", Value?.ToString(CultureInfo.InvariantCulture)));
    }
}
