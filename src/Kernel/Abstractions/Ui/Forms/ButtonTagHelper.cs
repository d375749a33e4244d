using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>A button, or a link that looks like one where it has an address.</summary>
[HtmlTargetElement("sp-button")]
public sealed class ButtonTagHelper(IIconSet icons) : TagHelper
{
    public string? Text { get; set => field = value.OrNull(); }

    public string? Icon { get; set => field = value.OrNull(); }

    /// <summary>primary (the one next action of a page), secondary, quiet, danger, or menu (an entry of sp-menu).</summary>
    public string Kind { get; set; } = "secondary";

    /// <summary>small or large.</summary>
    public string? Size { get; set => field = value.OrNull(); }

    public string? Href { get; set => field = value.OrNull(); }

    /// <summary>submit or button.</summary>
    public string Type { get; set; } = "button";

    /// <summary>Words read out where the button shows an icon alone.</summary>
    public string? Label { get; set => field = value.OrNull(); }

    /// <summary>Id of the dialog that it opens.</summary>
    public string? Dialog { get; set => field = value.OrNull(); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.ContentAsync();
        output.Become(Href is null ? "button" : "a", Kind == "menu" ? "menu-item" : "button");
        Set(output, Href is null ? "type" : "href", Href ?? Type);
        Set(output, "data-kind", Kind is "secondary" or "menu" ? null : Kind);
        Set(output, "data-size", Size ?? (Text is null && !content.HasText() ? "icon" : null));
        Set(output, "aria-label", Label);
        Set(output, "title", Text is null ? Label : null);
        Set(output, "data-dialog", Dialog);
        if (Ui.Icon.OrNothing(icons, Icon) is { } icon)
        {
            output.Content.AppendHtml(icon);
        }

        output.Content.Append(Text ?? "");
        output.Content.AppendIfAny(content);
    }

    private static void Set(TagHelperOutput output, string name, string? value)
    {
        if (value is not null)
        {
            output.Attributes.SetAttribute(name, value);
        }
    }
}
