using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>
/// A list in columns. Write thead and tbody inside. On a phone each row becomes a block: cells of class <c>main</c> take
/// a line of their own, cells of class <c>wide</c> are left out, numbers have class <c>amount</c>.
/// </summary>
[HtmlTargetElement("sp-table")]
public sealed class TableTagHelper : TagHelper
{
    /// <summary>What the table lists, read out.</summary>
    public string? Caption { get; set => field = value.OrNull(); }

    /// <summary>Keeps columns on a phone, for tables of figures.</summary>
    public bool Fixed { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become("div", "table-frame");
        output.Attributes.SetAttribute("data-list", "");
        var table = Markup.Tag("table", "table").Flag("data-fixed", Fixed);
        output.Content.AppendHtml((Caption is null ? table : table.Add(Markup.Tag("caption", "sr-only").Add(Caption))).Add(content));
    }
}

/// <summary>A row that opens a record: in the side panel on a click, as a page on Enter or a middle click. Put sp-open into its main cell.</summary>
[HtmlTargetElement("tr", Attributes = "sp-row")]
public sealed class RowTagHelper : TagHelper
{
    /// <summary>Address of the record.</summary>
    [HtmlAttributeName("sp-row")]
    public string? Href { get; set => field = value.OrNull(); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!string.IsNullOrEmpty(Href))
        {
            output.Attributes.SetAttribute("data-row", Href);
        }
    }
}
