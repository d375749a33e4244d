using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>How much of something is left or reached, as a bar with its words: the life of a filter, a relationship meter.</summary>
[HtmlTargetElement("sp-level", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LevelTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    /// <summary>The value in words: <c>12 days left</c>.</summary>
    public string Text { get; set; } = "";

    /// <summary>Share of the whole, 0 to 100.</summary>
    public int Percent { get; set; }

    public string? Tone { get; set => field = value.OrNull(); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("div", "level");
        output.Attributes.SetAttribute("data-tone", Tones.Parse(Tone ?? "good").Name());
        output.Content.AppendHtml(Markup.Tag("div", "level-head")
            .Add(Markup.Tag("span").Add(Label))
            .Add(Markup.Tag("span", "soft").Add(Text)));
        var share = Math.Clamp(Percent, 0, 100).ToString(CultureInfo.InvariantCulture) + "%";
        output.Content.AppendHtml(Markup.Tag("svg").With("aria-hidden", "true")
            .Add(Markup.Tag("rect").With("width", share).With("height", "100%").With("rx", "3")));
    }
}
