using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>The head of a column by which a list can be sorted. The order is kept in the address as <c>sort=name</c> or <c>sort=-name</c>.</summary>
[HtmlTargetElement("th", Attributes = "sp-sort")]
public sealed class SortTagHelper(IIconSet icons) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Name of the column in the address.</summary>
    [HtmlAttributeName("sp-sort")]
    public string Name { get; set; } = "";

    /// <summary>True where the list is sorted by this column unless the address says otherwise; a leading dash in the name means downwards.</summary>
    [HtmlAttributeName("sp-sort-default")]
    public string? Default { get; set => field = value.OrNull(); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var current = request.Query["sort"].ToString() is { Length: > 0 } chosen ? chosen : Default ?? "";
        var up = string.Equals(current, Name, StringComparison.Ordinal);
        var down = string.Equals(current, "-" + Name, StringComparison.Ordinal);
        output.Attributes.SetAttribute("aria-sort", up ? "ascending" : down ? "descending" : "none");
        var link = Markup.Tag("a").With("href", QueryText.With(request, "sort", up ? "-" + Name : Name)).Add(await output.GetChildContentAsync());
        output.Content.SetHtmlContent(up || down ? link.Add(Icon.Of(icons, up ? "arrow-up" : "arrow-down")) : link);
    }
}
