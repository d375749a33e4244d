using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ServicePlatform.Ui;

internal static class Icon
{
    private const string Unknown = "<circle cx=\"12\" cy=\"12\" r=\"9\" stroke-dasharray=\"3 3\"/>";

    public static TagBuilder? OrNothing(IIconSet icons, string? name) => string.IsNullOrEmpty(name) ? null : Of(icons, name);

    public static TagBuilder Of(IIconSet icons, string name, string? label = null)
    {
        var svg = Markup.Tag("svg", "icon").With("viewBox", "0 0 24 24");
        svg = label is null
            ? svg.With("aria-hidden", "true")
            : svg.With("role", "img").With("aria-label", label);
        return svg.Add(new HtmlString(icons.Find(name) ?? Unknown));
    }
}
