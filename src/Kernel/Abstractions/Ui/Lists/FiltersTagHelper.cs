using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Ui;

/// <summary>The filters of a list, kept in the address. Holds sp-filter elements; buttons in sp-actions stand at the end.</summary>
[HtmlTargetElement("sp-filters")]
public sealed class FiltersTagHelper(IIconSet icons, IStringLocalizer<UiTexts> texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Words in the search field: what can be searched for. No field without them.</summary>
    public string? Search { get; set => field = value.OrNull(); }

    /// <summary>Name of the search field in the address.</summary>
    public string SearchName { get; set; } = "q";

    /// <summary>Names in the address that the form keeps although it has no field for them, separated by commas: <c>view,sort</c>.</summary>
    public string Keep { get; set; } = "view,sort";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slots = Slots.Open(context);
        var chips = await output.GetChildContentAsync();
        var request = ViewContext.HttpContext.Request;
        output.Become("form", "filters");
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("action", request.PathBase + request.Path);
        output.Attributes.SetAttribute("role", "search");
        output.Attributes.SetAttribute("data-filters", "");
        foreach (var name in Keep.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (request.Query[name].ToString() is { Length: > 0 } kept)
            {
                output.Content.AppendHtml(Markup.Tag("input").With("type", "hidden").With("name", name).With("value", kept));
            }
        }

        if (Search is not null)
        {
            var field = Markup.Tag("input", "input").With("type", "search").With("name", SearchName).With("placeholder", Search)
                .With("aria-label", Search).With("value", request.Query[SearchName].ToString()).With("autocomplete", "off").Flag("data-search", true);
            output.Content.AppendHtml(Markup.Tag("span", "filters-search").Add(Icon.Of(icons, "search")).Add(field));
        }

        output.Content.AppendHtml(chips);
        output.Content.AppendHtml(Markup.Tag("button", "button filters-submit").With("type", "submit").With("data-size", "small").Add(texts["Filters.Apply"].Value));
        if (slots.Actions is { } actions)
        {
            output.Content.AppendHtml(Markup.Tag("div", "filters-end").Add(actions));
        }
    }
}
