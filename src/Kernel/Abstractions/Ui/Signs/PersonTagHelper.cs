using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>A person with a face: the photo, or the first letter of the name (the surname in Chinese).</summary>
[HtmlTargetElement("sp-person")]
public sealed class PersonTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    /// <summary>Role, outlet or phone under the name.</summary>
    public string? Detail { get; set => field = value.OrNull(); }

    /// <summary>Address of a square photo.</summary>
    public string? Photo { get; set => field = value.OrNull(); }

    /// <summary>Makes the name a link.</summary>
    public string? Href { get; set => field = value.OrNull(); }

    /// <summary>Only the face; the name is read out.</summary>
    public bool Short { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", "person");
        IHtmlContent face = Photo is null
            ? Markup.Tag("span", "person-face").With("aria-hidden", "true").Add(Initial())
            : Markup.Tag("img", "person-face").With("src", Photo).With("alt", "").With("loading", "lazy");
        IHtmlContent name = Href is null
            ? new Leaf("span", Short ? "sr-only" : null, Name)
            : Markup.Tag("a", "row-link").With("href", Href).Add(Name);
        output.Content.AppendHtml(face).AppendHtml("<span class=\"person-text\">").AppendHtml(name);
        if (Detail is not null && !Short)
        {
            output.Content.AppendHtml(new Leaf("small", null, Detail));
        }

        output.Content.AppendHtml("</span>");
    }

    private string Initial()
    {
        var name = Name.Trim();
        return name.Length == 0 ? "" : StringInfo.GetNextTextElement(name).ToUpper(CultureInfo.CurrentCulture);
    }
}
