using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace ServicePlatform.Screens;

/// <summary>A part of a page that can stand in several places: what a partial view answers is otherwise moved to the first.</summary>
internal sealed class Repeated(IHtmlContent content) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => content.WriteTo(writer, encoder);
}
