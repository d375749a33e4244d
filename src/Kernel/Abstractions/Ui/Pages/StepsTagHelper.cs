using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Ui;

/// <summary>How far something has come. Holds sp-step elements.</summary>
[HtmlTargetElement("sp-steps")]
public sealed class StepsTagHelper : TagHelper
{
    public string? Label { get; set => field = value.OrNull(); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("ol", "steps");
        if (Label is not null)
        {
            output.Attributes.SetAttribute("aria-label", Label);
        }
    }
}

/// <summary>One step.</summary>
[HtmlTargetElement("sp-step", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StepTagHelper(IIconSet icons, IStringLocalizer<UiTexts> texts) : TagHelper
{
    public string Text { get; set; } = "";

    /// <summary>done, current or todo.</summary>
    public string State { get; set; } = "todo";

    public string? Href { get; set => field = value.OrNull(); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("li", "step");
        output.Attributes.SetAttribute("data-state", State);
        if (State == "current")
        {
            output.Attributes.SetAttribute("aria-current", "step");
        }

        var mark = Markup.Tag("span", "step-mark");
        output.Content.AppendHtml(State == "done" ? mark.Add(Ui.Icon.Of(icons, "check", texts["Step.Done"])) : mark);
        var words = Href is null ? Markup.Tag("span", "step-text") : Markup.Tag("a", "step-text").With("href", Href);
        output.Content.AppendHtml(words.Add(Text));
    }
}
