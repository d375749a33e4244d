using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>
/// The head of a page: way back, title, a line of status and facts (the content), and buttons (sp-actions).
/// Also sets the title of the browser's tab.
/// </summary>
[HtmlTargetElement("sp-page")]
public sealed class PageTagHelper(IIconSet icons) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Title { get; set; } = "";

    /// <summary>Number of things in the list, as text: <c>1,204</c>.</summary>
    public string? Count { get; set => field = value.OrNull(); }

    /// <summary>Address of the list that the page belongs to; not shown in the side panel.</summary>
    public string? Back { get; set => field = value.OrNull(); }

    /// <summary>Name of that list.</summary>
    public string? BackText { get; set => field = value.OrNull(); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.ViewData["Title"] = Title;
        var slots = Slots.Open(context);
        var meta = await output.GetChildContentAsync();
        var inPanel = ViewContext.HttpContext.Request.IsPanel();
        output.Become("header", "page-head");
        if (Back is not null && !inPanel)
        {
            output.Content.AppendHtml(Markup.Tag("a", "page-back").With("href", Back).Add(Ui.Icon.Of(icons, "chevron-left")).Add(BackText));
        }

        var title = Markup.Tag(inPanel ? "h2" : "h1", "page-title").Add(Title);
        output.Content.AppendHtml(Count is null ? title : title.Add(" ").Add(Markup.Tag("span", "count").Add(Count)));
        if (meta.HasText())
        {
            output.Content.AppendHtml(Markup.Tag("div", "page-meta").Add(meta));
        }

        if (slots.Actions is { } actions)
        {
            output.Content.AppendHtml(actions);
        }
    }
}
