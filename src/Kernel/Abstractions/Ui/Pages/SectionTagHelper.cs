using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>A part of a page with a title, set off by a hairline. Buttons in sp-actions stand beside the title.</summary>
[HtmlTargetElement("sp-section")]
public sealed class SectionTagHelper : TagHelper
{
    public string? Title { get; set => field = value.OrNull(); }

    public string? Count { get; set => field = value.OrNull(); }

    /// <summary>A sentence under the title.</summary>
    public string? Note { get; set => field = value.OrNull(); }

    /// <summary>Shown as its title alone until it is opened.</summary>
    public bool Folded { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slots = Slots.Open(context);
        var content = await output.GetChildContentAsync();
        output.Become(Folded ? "details" : "section", "section");
        if (Title is not null)
        {
            var title = Markup.Tag("h2", "section-title").Add(Title);
            var head = Markup.Tag(Folded ? "summary" : "div", "section-head")
                .Add(Count is null ? title : title.Add(" ").Add(Markup.Tag("span", "count").Add(Count)))
                .Add(Folded ? null : slots.Actions);
            output.Content.AppendHtml(Note is null || Folded ? head : head.Add(Markup.Tag("p", "section-note").Add(Note)));
            if (Note is not null && Folded)
            {
                output.Content.AppendHtml(Markup.Tag("p", "section-note").Add(Note));
            }
        }

        output.Content.AppendHtml(content);
    }
}
