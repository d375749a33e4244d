using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace ServicePlatform.Ui;

/// <summary>An element with a class and encoded text, written without the cost of a tag builder: lists hold hundreds of them.</summary>
internal sealed class Leaf(string name, string? css, string? text) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write('<');
        writer.Write(name);
        if (css is not null)
        {
            writer.Write(" class=\"");
            writer.Write(css);
            writer.Write('"');
        }

        writer.Write('>');
        encoder.Encode(writer, text ?? "");
        writer.Write("</");
        writer.Write(name);
        writer.Write('>');
    }
}
