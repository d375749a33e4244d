using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>
/// One button that does something: a form of its own with antiforgery token and operation id; hidden fields go inside.
/// An action that cannot be done is shown with the reason.
/// </summary>
[HtmlTargetElement("sp-action")]
public sealed class ActionTagHelper(IHtmlGenerator generator, IIconSet icons) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Address to post to.</summary>
    public string Href { get; set; } = "";

    /// <summary>What will happen: <c>Accept the job</c>.</summary>
    public string Text { get; set; } = "";

    public string? Icon { get; set => field = value.OrNull(); }

    /// <summary>primary, secondary, quiet, danger, or menu (an entry of sp-menu).</summary>
    public string Kind { get; set; } = "secondary";

    public string? Size { get; set => field = value.OrNull(); }

    /// <summary>A question that is asked first.</summary>
    public string? Confirm { get; set => field = value.OrNull(); }

    /// <summary>True where the answer is a file: the page stays, and the button can be pressed again.</summary>
    public bool Download { get; set; }

    /// <summary>Why it cannot be done now; the button is then off and the reason stands below it.</summary>
    public string? Refused { get; set => field = value.OrNull(); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var fields = await output.GetChildContentAsync();
        var button = Button();
        if (Refused is not null)
        {
            var reason = "reason-" + context.UniqueId;
            output.Become("span", "action-refused");
            output.Content.AppendHtml(button.With("disabled", "").With("aria-describedby", reason));
            output.Content.AppendHtml(Markup.Tag("span", "action-reason").With("id", reason).Add(Ui.Icon.Of(icons, "info")).Add(Refused));
            return;
        }

        output.Become("form", "action");
        output.Attributes.SetAttribute("method", "post");
        output.Attributes.SetAttribute("action", Href);
        output.Attributes.SetAttribute("data-form", "");
        if (Download)
        {
            output.Attributes.SetAttribute("data-download", "");
        }

        if (Confirm is not null)
        {
            output.Attributes.SetAttribute("data-confirm", Confirm);
        }

        output.Content.AppendHtml(HiddenFields.Of(ViewContext, generator, keepOperation: false)).AppendHtml(fields).AppendHtml(button);
    }

    private TagBuilder Button() =>
        Markup.Tag("button", Kind == "menu" ? "menu-item" : "button").With("type", "submit")
            .With("data-kind", Kind is "secondary" or "menu" ? null : Kind)
            .With("data-size", Size)
            .Add(Ui.Icon.OrNothing(icons, Icon))
            .Add(Text);
}
