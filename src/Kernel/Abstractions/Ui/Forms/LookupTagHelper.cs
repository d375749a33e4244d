using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Ui;

/// <summary>
/// Chooses one thing out of many by typing: a customer, a part, an outlet. The address answers
/// <c>?q=</c> with JSON <c>[{ "id", "title", "detail" }]</c>, at most 20. What was typed is posted as <c>{name}Text</c>.
/// </summary>
[HtmlTargetElement("sp-lookup", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LookupTagHelper(IStringLocalizer<UiTexts> texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The property that takes the id.</summary>
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Help { get; set => field = value.OrNull(); }

    /// <summary>Address that answers the search.</summary>
    public string Source { get; set; } = "";

    /// <summary>Title of what is chosen now.</summary>
    public string? Text { get; set => field = value.OrNull(); }

    public string? Placeholder { get; set => field = value.OrNull(); }

    public bool? Required { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = new FieldState(ViewContext, For, null, null);
        var list = state.Id + "-list";
        var required = Required ?? For.Metadata.IsRequired;
        var label = Markup.Tag("label").With("for", state.Id).Add(Label);
        output.Become("div", "field");
        output.Attributes.SetAttribute("data-field", state.Name);
        output.Content.AppendHtml(required ? label.Add(Markup.Tag("span", "field-required").With("aria-hidden", "true").Add("*")) : label);
        var typed = ViewContext.ModelState.TryGetValue(state.Name + "Text", out var entry) ? entry.AttemptedValue : null;
        var input = Markup.Tag("input", "input").With("id", state.Id).With("name", state.Name + "Text").With("type", "text").With("value", typed ?? Text)
            .With("role", "combobox").With("aria-expanded", "false").With("aria-controls", list).With("aria-autocomplete", "list")
            .With("aria-describedby", $"{state.Id}-help {state.Id}-error").With("aria-invalid", state.Invalid ? "true" : null)
            .With("autocomplete", "off").With("placeholder", Placeholder)
            .Flag("required", required).With("data-text-required", required ? texts["Field.Required", Label].Value : null);
        output.Content.AppendHtml(Markup.Tag("div", "lookup").With("data-lookup", Source).With("data-empty", texts["Lookup.Nothing"])
            .Add(input)
            .Add(Markup.Tag("input").With("type", "hidden").With("name", state.Name).With("value", state.Text("text")))
            .Add(Markup.Tag("div", "lookup-list").With("id", list).With("role", "listbox").With("aria-label", Label).Flag("hidden", true)));
        output.Content.AppendHtml(Markup.Tag("p", "field-help").With("id", state.Id + "-help").Add(Help));
        output.Content.AppendHtml(Markup.Tag("p", "field-error").With("id", state.Id + "-error").Add(string.Join(' ', state.Errors)));
    }
}
