using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Ui;

/// <summary>Takes photos with the camera; shows each before it is sent. The form needs <c>files="true"</c>.</summary>
[HtmlTargetElement("sp-photo", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PhotoTagHelper(IIconSet icons, IStringLocalizer<UiTexts> texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    [HtmlAttributeName("asp-for")]
    public ModelExpression? For { get; set; }

    public string? Name { get; set => field = value.OrNull(); }

    /// <summary>What the photo must show: <c>Serial plate</c>.</summary>
    public string Label { get; set; } = "";

    public string? Help { get; set => field = value.OrNull(); }

    public bool Multiple { get; set; }

    public bool Required { get; set; }

    /// <summary>False where a picture from the album will do.</summary>
    public bool Camera { get; set; } = true;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = new FieldState(ViewContext, For, Name, null);
        output.Become("div", "field");
        output.Attributes.SetAttribute("data-field", state.Name);
        var input = Markup.Tag("input").With("type", "file").With("id", state.Id).With("name", state.Name).With("accept", "image/*")
            .With("capture", Camera ? "environment" : null).Flag("multiple", Multiple).Flag("required", Required)
            .With("data-text-required", Required ? texts["Photo.Required", Label].Value : null)
            .With("aria-describedby", $"{state.Id}-error").With("aria-invalid", state.Invalid ? "true" : null);
        var label = Markup.Tag("label", "photo-take").With("for", state.Id).Add(Icon.Of(icons, "camera"))
            .Add(Markup.Tag("span", "strong").Add(Label).Add(Required ? " *" : ""))
            .Add(Help is null ? null : Markup.Tag("small").Add(Help));
        output.Content.AppendHtml(Markup.Tag("div", "photo").With("data-photo", "").With("data-remove", texts["Photo.Remove"])
            .Add(input).Add(label).Add(Markup.Tag("div", "photo-shots")));
        output.Content.AppendHtml(Markup.Tag("p", "field-error").With("id", state.Id + "-error").Add(string.Join(' ', state.Errors)));
    }
}
