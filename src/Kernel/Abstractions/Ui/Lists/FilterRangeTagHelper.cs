using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Ui;

/// <summary>
/// A filter that is typed in: a text under its own name, numbers and days as a range under <c>{name}.from</c> and <c>{name}.until</c>.
/// </summary>
[HtmlTargetElement("sp-filter-range", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FilterRangeTagHelper(IIconSet icons, IStringLocalizer<UiTexts> texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Name in the address.</summary>
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    /// <summary>text, number or date.</summary>
    public string As { get; set; } = "text";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var names = As == "text" ? new[] { Name } : [Name + ".from", Name + ".until"];
        var query = ViewContext.HttpContext.Request.Query;
        var isSet = names.Any(name => query[name].ToString().Length > 0);
        output.Become("span", "chip chip-range");
        if (isSet)
        {
            output.Attributes.SetAttribute("data-set", "");
        }

        output.Content.Append(Label);
        for (var at = 0; at < names.Length; at++)
        {
            if (at > 0)
            {
                output.Content.Append("–");
            }

            var words = As == "text" ? Label : texts[at == 0 ? "Filters.From" : "Filters.Until", Label].Value;
            output.Content.AppendHtml(Markup.Tag("input").With("type", As).With("name", names[at]).With("value", query[names[at]].ToString())
                .With("aria-label", words).With("autocomplete", "off").With("step", As == "number" ? "any" : null).With("maxlength", As == "text" ? "200" : null));
        }

        if (isSet)
        {
            output.Content.AppendHtml(Markup.Tag("a", "chip-remove").With("href", QueryText.Without(ViewContext.HttpContext.Request, names))
                .Add(Icon.Of(icons, "x", texts["Filters.Remove", Label])));
        }
    }
}
