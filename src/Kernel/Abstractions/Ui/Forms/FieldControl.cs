using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Ui;

/// <summary>The control of a field, without its frame.</summary>
internal sealed class FieldControl(string kind, FieldState state, string label, IStringLocalizer<UiTexts> texts)
{
    public required IReadOnlyList<SelectListItem> Options { get; init; }

    public required bool Multiple { get; init; }

    public required bool Required { get; init; }

    public required string? MaxLength { get; init; }

    public required string DescribedBy { get; init; }

    public required Dictionary<string, string?> Attributes { get; init; }

    private string Missing => texts[kind is "select" or "choices" or "date" or "datetime" or "time" ? "Field.RequiredChoice" : "Field.Required", label];

    public TagBuilder Build() => kind switch
    {
        "textarea" => Describe(Markup.Tag("textarea", "input")).With("rows", "3").With("maxlength", MaxLength).Add("\n" + state.Text(kind)),
        "select" => Select(),
        "choices" => Choices(),
        "checkbox" or "switch" => Check(),
        "file" => Describe(Markup.Tag("input", "input")).With("type", "file").Flag("multiple", Multiple),
        _ => Input(),
    };

    private TagBuilder Input()
    {
        var type = kind switch { "datetime" => "datetime-local", _ => kind };
        var input = Describe(Markup.Tag("input", "input")).With("type", type).With("maxlength", MaxLength);
        if (kind == "password")
        {
            return input;
        }

        if (kind == "number")
        {
            input.With("inputmode", "decimal").With("step", Attributes["step"] ?? "any").With("data-text-range", texts["Field.Number"]);
        }

        return input.With("value", state.Text(kind));
    }

    private TagBuilder Select()
    {
        var select = Describe(Markup.Tag("select", "input")).Flag("multiple", Multiple);
        var offersNone = Options.Any(option => option.Value.Length == 0);
        if (!Multiple && !offersNone && (!Required || !Options.Any(option => state.Has(option.Value))))
        {
            select.Add(Markup.Tag("option").With("value", "").Add(Attributes["placeholder"] ?? (Required ? texts["Field.Choose"] : texts["Field.None"]).Value));
        }

        foreach (var option in Options)
        {
            select.Add(Markup.Tag("option").With("value", option.Value).Flag("selected", state.Has(option.Value)).Flag("disabled", option.Disabled).Add(option.Text));
        }

        return select;
    }

    private TagBuilder Choices()
    {
        var choices = Markup.Tag("div", "choices").With("id", state.Id);
        for (var index = 0; index < Options.Count; index++)
        {
            var option = Options[index];
            var input = Markup.Tag("input").With("type", Multiple ? "checkbox" : "radio").With("name", state.Name).With("id", $"{state.Id}-{index}")
                .With("value", option.Value).With("aria-describedby", DescribedBy).Flag("checked", state.Has(option.Value)).Flag("disabled", option.Disabled)
                .Flag("required", Required && !Multiple).With("data-text-required", Required ? Missing : null);
            choices.Add(Markup.Tag("label", "choice check").Add(input).Add(Markup.Tag("span").Add(option.Text)));
        }

        return choices;
    }

    private TagBuilder Check()
    {
        var input = Describe(Markup.Tag("input")).With("type", "checkbox").With("value", "true").Flag("checked", state.Checked);
        if (kind == "switch")
        {
            input.With("role", "switch");
        }

        return Markup.Tag("div")
            .Add(Markup.Tag("label", kind == "switch" ? "switch" : "check").Add(input).Add(Markup.Tag("span").Add(label)))
            .Add(Markup.Tag("input").With("type", "hidden").With("name", state.Name).With("value", "false"));
    }

    private TagBuilder Describe(TagBuilder control)
    {
        control.With("id", state.Id).With("name", state.Name).With("aria-describedby", DescribedBy).With("aria-invalid", state.Invalid ? "true" : null);
        foreach (var (name, value) in Attributes)
        {
            control.With(name, value);
        }

        return Required ? control.With("required", "").With("data-text-required", Missing) : control;
    }
}
