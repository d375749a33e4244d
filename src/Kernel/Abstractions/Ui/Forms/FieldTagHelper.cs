using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Ui;

/// <summary>
/// A field with its label above, help and error below. The kind of control follows the property's type unless
/// <see cref="As"/> says otherwise. Dates and times are the site's wall clock (see <see cref="SiteTime.ToUtc"/>).
/// </summary>
[HtmlTargetElement("sp-field")]
public sealed class FieldTagHelper(IStringLocalizer<UiTexts> texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The property of the view's model. Or give <see cref="Name"/> and <see cref="Value"/>.</summary>
    [HtmlAttributeName("asp-for")]
    public ModelExpression? For { get; set; }

    public string? Name { get; set => field = value.OrNull(); }

    public object? Value { get; set; }

    public string Label { get; set; } = "";

    public string? Help { get; set => field = value.OrNull(); }

    /// <summary>text, tel, email, password, search, number, date, datetime, time, textarea, select, choices, checkbox, switch, file.</summary>
    public string? As { get; set => field = value.OrNull(); }

    /// <summary>The values of a select or of choices.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>The unit of a number: <c>MPa</c>.</summary>
    public string? Unit { get; set => field = value.OrNull(); }

    public string? Placeholder { get; set => field = value.OrNull(); }

    /// <summary>Token of the browser's autofill: <c>tel</c>, <c>one-time-code</c>, <c>off</c>.</summary>
    public string? Autocomplete { get; set => field = value.OrNull(); }

    /// <summary>Follows the model where left out.</summary>
    public bool? Required { get; set; }

    public bool Readonly { get; set; }

    public bool Autofocus { get; set; }

    /// <summary>Several values may be chosen; follows the model where left out.</summary>
    public bool? Multiple { get; set; }

    /// <summary>A regular expression that the value must match, and in <see cref="PatternText"/> the server's words if it does not.</summary>
    public string? Pattern { get; set => field = value.OrNull(); }

    public string? PatternText { get; set => field = value.OrNull(); }

    public string? Min { get; set => field = value.OrNull(); }

    public string? Max { get; set => field = value.OrNull(); }

    /// <summary>Smallest difference of two numbers; <c>any</c> for no limit.</summary>
    public string? Step { get; set => field = value.OrNull(); }

    /// <summary>What a file may be: <c>.csv</c>, <c>image/*</c>.</summary>
    public string? Accept { get; set => field = value.OrNull(); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var extra = await output.GetChildContentAsync();
        var state = new FieldState(ViewContext, For, Name, Value);
        var kind = As ?? Guess();
        var required = Required ?? (kind is not ("checkbox" or "switch") && For?.Metadata.IsRequired == true);
        var control = new FieldControl(kind, state, Label, texts)
        {
            Options = Options?.ToList() ?? [],
            Multiple = Multiple ?? state.Many,
            Required = required,
            MaxLength = Limit(),
            DescribedBy = $"{(Help is null ? "" : state.Id + "-help ")}{state.Id}-error",
            Attributes = new(StringComparer.Ordinal)
            {
                ["placeholder"] = Placeholder, ["autocomplete"] = Autocomplete, ["pattern"] = Pattern, ["min"] = Min, ["max"] = Max, ["step"] = Step,
                ["accept"] = Accept, ["readonly"] = Readonly ? "" : null, ["autofocus"] = Autofocus ? "" : null,
                ["data-text-pattern"] = PatternText,
            },
        };
        var group = kind == "choices";
        output.Become(group ? "fieldset" : "div", "field");
        output.Attributes.SetAttribute("data-field", state.Name);
        if (kind is not ("checkbox" or "switch"))
        {
            output.Content.AppendHtml(Heading(group ? Markup.Tag("legend") : Markup.Tag("label").With("for", state.Id), required));
        }

        output.Content.AppendHtml(Framed(control.Build())).AppendHtml(extra);
        if (Help is not null)
        {
            output.Content.AppendHtml(Markup.Tag("p", "field-help").With("id", state.Id + "-help").Add(Help));
        }

        output.Content.AppendHtml(Markup.Tag("p", "field-error").With("id", state.Id + "-error").Add(string.Join(' ', state.Errors)));
    }

    private TagBuilder Heading(TagBuilder heading, bool required) =>
        required ? heading.Add(Label).Add(Markup.Tag("span", "field-required").With("aria-hidden", "true").Add("*")) : heading.Add(Label);

    private IHtmlContent Framed(IHtmlContent control) => Unit is null
        ? control
        : Markup.Tag("div", "input-group").Add(control).Add(Markup.Tag("span", "unit").Add(Unit));

    private string? Limit() => For?.Metadata.ValidatorMetadata
        .Select(rule => rule switch { StringLengthAttribute length => length.MaximumLength, MaxLengthAttribute length => length.Length, _ => 0 })
        .FirstOrDefault(length => length > 0) is > 0 and var limit ? limit.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;

    private string Guess()
    {
        var type = For?.Metadata.UnderlyingOrModelType;
        return type switch
        {
            _ when Options is not null => "select",
            _ when type == typeof(bool) => "checkbox",
            _ when type == typeof(DateOnly) => "date",
            _ when type == typeof(TimeOnly) => "time",
            _ when type == typeof(DateTime) => "datetime",
            _ when type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal) => "number",
            _ when typeof(Microsoft.AspNetCore.Http.IFormFile).IsAssignableFrom(type) => "file",
            _ => "text",
        };
    }
}
