using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace ServicePlatform.Ui;

/// <summary>An outline icon as inline SVG; of an unknown name, a dashed circle.</summary>
internal sealed class Icon : IHtmlContent
{
    private const string Unknown = "<circle cx=\"12\" cy=\"12\" r=\"9\" stroke-dasharray=\"3 3\"/>";

    private readonly string _shapes;
    private readonly string? _label;

    private Icon(string shapes, string? label) => (_shapes, _label) = (shapes, label);

    public static Icon? OrNothing(IIconSet icons, string? name) => string.IsNullOrEmpty(name) ? null : Of(icons, name);

    public static Icon Of(IIconSet icons, string name, string? label = null) => new(icons.Find(name) ?? Unknown, label);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<svg class=\"icon\" viewBox=\"0 0 24 24\" ");
        if (_label is null)
        {
            writer.Write("aria-hidden=\"true\">");
        }
        else
        {
            writer.Write("role=\"img\" aria-label=\"");
            encoder.Encode(writer, _label);
            writer.Write("\">");
        }

        writer.Write(_shapes);
        writer.Write("</svg>");
    }
}
