using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>A status: a shape in the tone's colour, and the word. The word is the text or the content.</summary>
[HtmlTargetElement("sp-status")]
public sealed class StatusTagHelper : TagHelper
{
    /// <summary>info, good, warn, bad or neutral, or a value of <see cref="Ui.Tone"/>.</summary>
    public string? Tone { get; set => field = value.OrNull(); }

    public string? Text { get; set => field = value.OrNull(); }

    /// <summary>On a soft ground, for the head of a record.</summary>
    public bool Pill { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tone = Tones.Parse(Tone);
        var content = await output.ContentAsync();
        output.Become("span", "status");
        output.Attributes.SetAttribute("data-tone", tone.Name());
        if (Pill)
        {
            output.Attributes.SetAttribute("data-pill", "");
        }

        output.Content.SetHtmlContent(tone.Mark());
        output.Content.Append(Text ?? "");
        output.Content.AppendIfAny(content);
    }
}
