using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>One number that matters, with its label and a note. Stands in <c>div.figures</c>.</summary>
[HtmlTargetElement("sp-figure", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FigureTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    public string Value { get; set; } = "";

    public string? Note { get; set => field = value.OrNull(); }

    /// <summary>Tone of the note: colours and marks it.</summary>
    public string? Tone { get; set => field = value.OrNull(); }

    /// <summary>The list behind the number.</summary>
    public string? Href { get; set => field = value.OrNull(); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become(Href is null ? "div" : "a", "figure");
        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
        }

        output.Content.AppendHtml(Markup.Tag("span", "figure-label").Add(Label));
        output.Content.AppendHtml(Markup.Tag("span", "figure-value").Add(Value));
        if (Note is null)
        {
            return;
        }

        var note = Markup.Tag("span", "figure-note");
        if (Tone is not null)
        {
            note = note.Add(Markup.Tag("span", "status").With("data-tone", Tones.Parse(Tone).Name()).Add(Tones.Parse(Tone).Mark()).Add(Note));
            Note = "";
        }

        output.Content.AppendHtml(note.Add(Note));
    }
}
