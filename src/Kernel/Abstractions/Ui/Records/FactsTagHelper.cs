using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Ui;

/// <summary>Facts about a thing, name beside value. Holds sp-fact elements.</summary>
[HtmlTargetElement("sp-facts")]
public sealed class FactsTagHelper : TagHelper
{
    /// <summary>In columns over the whole width, name above value.</summary>
    public bool Wide { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("dl", "facts");
        if (Wide)
        {
            output.Attributes.SetAttribute("data-wide", "");
        }
    }
}

/// <summary>One fact. An empty one says that nothing is known.</summary>
[HtmlTargetElement("sp-fact")]
public sealed class FactTagHelper(IIconSet icons, IStringLocalizer<UiTexts> texts) : TagHelper
{
    public string Label { get; set; } = "";

    /// <summary>The value; or write it as content.</summary>
    public string? Text { get; set => field = value.OrNull(); }

    /// <summary>A value that can be copied with one click: a serial, an address.</summary>
    public string? Copy { get; set => field = value.OrNull(); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become("div", "fact");
        output.Content.AppendHtml(Markup.Tag("dt").Add(Label));
        var value = Markup.Tag("dd");
        if (string.IsNullOrEmpty(Text) && !content.HasText())
        {
            value.Add(Markup.Tag("span", "fact-empty").Add(texts["Fact.Unknown"].Value));
        }
        else
        {
            value.Add(Text).Add(content);
        }

        output.Content.AppendHtml(string.IsNullOrEmpty(Copy) ? value : value.Add(Markup.Tag("button", "copy script-only").With("type", "button")
            .With("data-copy", Copy).Add(Icon.Of(icons, "copy", texts["Fact.Copy", Label]))));
    }
}
