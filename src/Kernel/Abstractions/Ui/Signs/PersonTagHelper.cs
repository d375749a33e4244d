using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>A person with a face: the photo, or the first letter of the name (the surname in Chinese).</summary>
[HtmlTargetElement("sp-person")]
public sealed class PersonTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    /// <summary>Role, outlet or phone under the name.</summary>
    public string? Detail { get; set; }

    /// <summary>Address of a square photo.</summary>
    public string? Photo { get; set; }

    /// <summary>Makes the name a link.</summary>
    public string? Href { get; set; }

    /// <summary>Only the face; the name is read out.</summary>
    public bool Short { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", "person");
        output.Content.AppendHtml(Photo is null
            ? Markup.Tag("span", "person-face").With("aria-hidden", "true").Add(Initial())
            : Markup.Tag("img", "person-face").With("src", Photo).With("alt", "").With("loading", "lazy"));
        var name = Href is null ? Markup.Tag("span", Short ? "sr-only" : null) : Markup.Tag("a", "row-link").With("href", Href);
        var text = Markup.Tag("span", "person-text").Add(name.Add(Name));
        output.Content.AppendHtml(Detail is null || Short ? text : text.Add(Markup.Tag("small").Add(Detail)));
    }

    private string Initial()
    {
        var name = Name.Trim();
        return name.Length == 0 ? "" : StringInfo.GetNextTextElement(name).ToUpper(CultureInfo.CurrentCulture);
    }
}
