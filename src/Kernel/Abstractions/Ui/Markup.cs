using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>Short ways to write encoded markup in tag helpers.</summary>
internal static class Markup
{
    public static TagBuilder Tag(string name, string? css = null)
    {
        var tag = new TagBuilder(name);
        if (name is "input" or "img" or "br")
        {
            tag.TagRenderMode = TagRenderMode.SelfClosing;
        }

        return css is null ? tag : tag.With("class", css);
    }

    /// <summary>Razor gives an element the empty text where the view's expression is null; both mean that nothing was said.</summary>
    public static string? OrNull(this string? value) => string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Sets an attribute; nothing where the value is null.</summary>
    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null)
        {
            tag.Attributes[attribute] = value;
        }

        return tag;
    }

    public static TagBuilder Flag(this TagBuilder tag, string attribute, bool on) => on ? tag.With(attribute, "") : tag;

    public static TagBuilder Add(this TagBuilder tag, string? text)
    {
        tag.InnerHtml.Append(text ?? "");
        return tag;
    }

    public static TagBuilder Add(this TagBuilder tag, IHtmlContent? content)
    {
        if (content is not null)
        {
            tag.InnerHtml.AppendHtml(content);
        }

        return tag;
    }

    /// <summary>Makes the tag helper's own element this one; attributes that the author wrote stay.</summary>
    public static void Become(this TagHelperOutput output, string name, string css)
    {
        output.TagName = name;
        output.TagMode = TagMode.StartTagAndEndTag;
        var written = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", string.IsNullOrEmpty(written) ? css : $"{css} {written}");
    }

    /// <summary>What stands inside the element; nothing, and nothing is run, where it was written without an end tag.</summary>
    public static async Task<TagHelperContent?> ContentAsync(this TagHelperOutput output) =>
        output.TagMode == TagMode.SelfClosing ? null : await output.GetChildContentAsync();

    /// <summary>Adds what stands inside the element, if anything does.</summary>
    public static void AppendIfAny(this TagHelperContent content, TagHelperContent? inner)
    {
        if (inner is not null)
        {
            content.AppendHtml(inner);
        }
    }

    public static bool HasText(this TagHelperContent? content) => content?.IsEmptyOrWhiteSpace == false;
}
