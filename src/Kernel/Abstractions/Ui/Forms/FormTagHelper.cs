using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Ui;

/// <summary>
/// A form that posts: with antiforgery token, operation id, guard against double clicks, unsaved work kept, and its
/// buttons at the end (more of them in sp-actions). Write sp-errors and sp-field elements inside.
/// </summary>
[HtmlTargetElement("sp-form")]
public sealed class FormTagHelper(IHtmlGenerator generator, IStringLocalizer<UiTexts> texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Address to post to; the current page where left out.</summary>
    public string? Action { get; set => field = value.OrNull(); }

    /// <summary>Words on the button: what will happen. Without them the form has no button of its own.</summary>
    public string? Submit { get; set => field = value.OrNull(); }

    /// <summary>Address to go back to without saving.</summary>
    public string? Cancel { get; set => field = value.OrNull(); }

    /// <summary>A name under which unsaved work is kept until the form is saved: <c>order-new</c>. Nothing is kept without it.</summary>
    public string? Keep { get; set => field = value.OrNull(); }

    /// <summary>True where the form carries files.</summary>
    public bool Files { get; set; }

    /// <summary>True where the answer is a file: the page stays, and the form opens again.</summary>
    public bool Download { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slots = Slots.Open(context);
        var content = await output.GetChildContentAsync();
        output.Become("form", "form");
        output.Attributes.SetAttribute("method", "post");
        output.Attributes.SetAttribute("data-form", "");
        output.Attributes.SetAttribute("novalidate", "");
        Set(output, "action", Action);
        Set(output, "enctype", Files ? "multipart/form-data" : null);
        Set(output, "data-download", Download ? "" : null);
        Set(output, "data-keep", Keep);
        Set(output, "data-failed", ViewContext.ModelState.IsValid ? null : "");
        output.Content.AppendHtml(HiddenFields.Of(ViewContext, generator, keepOperation: true)).AppendHtml(content);
        if (Submit is null && Cancel is null && slots.Actions is null)
        {
            return;
        }

        var end = Markup.Tag("div", "form-end");
        if (Submit is not null)
        {
            end.Add(Markup.Tag("button", "button").With("type", "submit").With("data-kind", "primary").Add(Submit));
        }

        end.Add(slots.Actions);
        output.Content.AppendHtml(Cancel is null ? end : end.Add(Markup.Tag("a", "button").With("data-kind", "quiet").With("href", Cancel).Add(texts["Cancel"].Value)));
    }

    private static void Set(TagHelperOutput output, string name, string? value)
    {
        if (value is not null)
        {
            output.Attributes.SetAttribute(name, value);
        }
    }
}
