using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>A list without columns, for side parts, the portal and phones. Holds sp-item elements.</summary>
[HtmlTargetElement("sp-list")]
public sealed class ListTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("ul", "list");
        output.Attributes.SetAttribute("data-list", "");
    }
}

/// <summary>One thing of a list: icon or picture, title, detail, and at the end its content (a status, an amount, a time).</summary>
[HtmlTargetElement("sp-item")]
public sealed class ItemTagHelper(IIconSet icons) : TagHelper
{
    public string Title { get; set; } = "";

    public string? Detail { get; set => field = value.OrNull(); }

    public string? Icon { get; set => field = value.OrNull(); }

    /// <summary>Address of a picture instead of the icon.</summary>
    public string? Image { get; set => field = value.OrNull(); }

    public string? Href { get; set => field = value.OrNull(); }

    /// <summary>Opens the address in the side panel where there is room.</summary>
    public bool Panel { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var end = await output.GetChildContentAsync();
        output.Become("li", "list-item");
        if (Href is not null)
        {
            output.Attributes.SetAttribute("data-row", Href);
        }

        if (Image is not null)
        {
            output.Content.AppendHtml(Markup.Tag("img", "list-image").With("src", Image).With("alt", "").With("loading", "lazy"));
        }
        else if (Ui.Icon.OrNothing(icons, Icon) is { } icon)
        {
            output.Content.AppendHtml(icon);
        }

        var words = Href is null ? Markup.Tag("span") : Markup.Tag("a").With("href", Href).Flag("data-panel", Panel);
        var body = Markup.Tag("div", "list-body").Add(Markup.Tag("span", "list-title").Add(words.Add(Title)));
        output.Content.AppendHtml(Detail is null ? body : body.Add(Markup.Tag("span", "list-detail").Add(Detail)));
        if (end.HasText())
        {
            output.Content.AppendHtml(Markup.Tag("div", "list-end").Add(end));
        }
    }
}
