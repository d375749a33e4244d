using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Ui;

/// <summary>Ways to the next and the previous page of a list, by the cursors of a <see cref="Data.Page{T}"/>. Nothing where there is one page only.</summary>
[HtmlTargetElement("sp-pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper(IIconSet icons, IStringLocalizer<UiTexts> texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Cursor of the next page; kept in the address as <c>after</c>.</summary>
    public string? Next { get; set => field = value.OrNull(); }

    /// <summary>Cursor of the previous page; kept in the address as <c>before</c>.</summary>
    public string? Prev { get; set => field = value.OrNull(); }

    /// <summary>Words at the left: how many are shown.</summary>
    public string? Text { get; set => field = value.OrNull(); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Next is null && Prev is null && Text is null)
        {
            output.SuppressOutput();
            return;
        }

        output.Become("nav", "pager");
        output.Attributes.SetAttribute("aria-label", texts["Pager.Label"]);
        output.Content.AppendHtml(Markup.Tag("span").Add(Text));
        var links = Markup.Tag("div", "pager-links");
        if (Next is not null || Prev is not null)
        {
            links.Add(Link("before", Prev, texts["Pager.Previous"], "chevron-left")).Add(Link("after", Next, texts["Pager.Next"], "chevron-right"));
        }

        output.Content.AppendHtml(links);
    }

    private TagBuilder Link(string name, string? cursor, string text, string icon)
    {
        var link = Markup.Tag("a", "button").With("data-size", "small");
        link = cursor is null
            ? link.With("aria-disabled", "true").With("role", "link")
            : link.With("href", QueryText.With(ViewContext.HttpContext.Request, name, cursor)).With("rel", name == "after" ? "next" : "prev");
        return name == "after"
            ? link.Add(text).Add(Icon.Of(icons, icon))
            : link.Add(Icon.Of(icons, icon)).Add(text);
    }
}
