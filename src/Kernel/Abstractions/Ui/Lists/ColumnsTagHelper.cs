using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Ui;

/// <summary>
/// Lets the reader choose the columns of the list on this page: those whose head has <c>data-column="name"</c>.
/// The choice is kept in the browser. Stands in the sp-actions of sp-filters.
/// </summary>
[HtmlTargetElement("sp-columns", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ColumnsTagHelper(IIconSet icons, IStringLocalizer<UiTexts> texts) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("details", "menu script-only");
        output.Attributes.SetAttribute("data-menu", "");
        output.Attributes.SetAttribute("data-columns", "");
        output.Content.AppendHtml(Markup.Tag("summary", "button").With("data-kind", "quiet").With("data-size", "small")
            .Add(Icon.Of(icons, "columns-3")).Add(texts["Columns"].Value));
        output.Content.AppendHtml(Markup.Tag("div", "menu-list"));
    }
}
