using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Ui;

/// <summary>One filter as a chip: dashed until a value is chosen, then with the value and a way to take it off.</summary>
[HtmlTargetElement("sp-filter", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FilterTagHelper(IIconSet icons, IStringLocalizer<UiTexts> texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Name in the address.</summary>
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    /// <summary>The values to choose from. The chosen one is read from the address.</summary>
    public IEnumerable<SelectListItem> Options { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var value = request.Query[Name].ToString();
        var options = Options.ToList();
        var chosen = value.Length == 0 ? null : options.Find(option => string.Equals(option.Value, value, StringComparison.Ordinal));
        output.Become("span", "chip");
        if (chosen is not null)
        {
            output.Attributes.SetAttribute("data-set", "");
        }

        var select = Markup.Tag("select").With("name", Name).With("aria-label", Label);
        select.Add(Markup.Tag("option").With("value", "").Add(texts["Filters.Any"].Value));
        foreach (var option in options)
        {
            select.Add(Markup.Tag("option").With("value", option.Value).Flag("selected", ReferenceEquals(option, chosen)).Add(option.Text));
        }

        if (chosen is null)
        {
            output.Content.AppendHtml(Icon.Of(icons, "plus"));
        }

        output.Content.Append(Label);
        if (chosen is null)
        {
            output.Content.AppendHtml(select);
            return;
        }

        output.Content.AppendHtml(Markup.Tag("span", "chip-value").Add(chosen.Text)).AppendHtml(select);
        output.Content.AppendHtml(Markup.Tag("a", "chip-remove").With("href", QueryText.With(request, Name, null))
            .Add(Icon.Of(icons, "x", texts["Filters.Remove", Label])));
    }
}
