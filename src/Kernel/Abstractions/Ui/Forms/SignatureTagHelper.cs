using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Ui;

/// <summary>
/// A signature drawn with a finger, posted as a PNG file, and the name of who signs, posted as <c>{name}Name</c>. The form needs <c>files="true"</c>.
/// </summary>
[HtmlTargetElement("sp-signature", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SignatureTagHelper(IIconSet icons, IStringLocalizer<UiTexts> texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    [HtmlAttributeName("asp-for")]
    public ModelExpression? For { get; set; }

    public string? Name { get; set => field = value.OrNull(); }

    public string Label { get; set; } = "";

    /// <summary>The name that stands in the field for the typed name.</summary>
    public string? Signer { get; set => field = value.OrNull(); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = new FieldState(ViewContext, For, Name, null);
        var typed = new FieldState(ViewContext, null, state.Name + "Name", Signer);
        output.Become("fieldset", "field");
        output.Attributes.SetAttribute("data-field", state.Name);
        output.Content.AppendHtml(Markup.Tag("legend").Add(Label));
        output.Content.AppendHtml(Markup.Tag("div", "signature").With("data-signature", "")
            .Add(Markup.Tag("div", "signature-pad").Add(Markup.Tag("canvas").With("role", "img").With("aria-label", texts["Signature.Pad"])))
            .Add(Markup.Tag("input").With("type", "file").With("id", state.Id).With("name", state.Name).With("accept", "image/png").Flag("hidden", true))
            .Add(Markup.Tag("div", "row-between")
                .Add(Markup.Tag("span", "field-help").Add(texts["Signature.Help"].Value))
                .Add(Markup.Tag("button", "button script-only").With("type", "button").With("data-size", "small").With("data-kind", "quiet").With("data-clear", "")
                    .Add(Icon.Of(icons, "eraser")).Add(texts["Signature.Clear"].Value)))
            .Add(Markup.Tag("label").With("for", typed.Id).Add(texts["Signature.Name"].Value))
            .Add(Markup.Tag("input", "input").With("id", typed.Id).With("name", typed.Name).With("type", "text").With("value", typed.Text("text")).With("autocomplete", "off")));
        output.Content.AppendHtml(Markup.Tag("p", "field-error").With("id", state.Id + "-error").Add(string.Join(' ', state.Errors)));
    }
}
