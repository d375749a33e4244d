using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Ui;

/// <summary>What happened, newest first. Holds sp-entry elements.</summary>
[HtmlTargetElement("sp-timeline")]
public sealed class TimelineTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("ol", "timeline");
}

/// <summary>One entry: what happened, who did it, when; the content says what changed.</summary>
[HtmlTargetElement("sp-entry")]
public sealed class EntryTagHelper(IIconSet icons, SiteTime time, IStringLocalizer<UiTexts> texts) : TagHelper
{
    public string Title { get; set; } = "";

    /// <summary>Name of who did it; the product itself where empty.</summary>
    public string? Who { get; set => field = value.OrNull(); }

    /// <summary>UTC instant.</summary>
    public DateTime When { get; set; }

    public string Icon { get; set; } = "circle-small";

    public string? Tone { get; set => field = value.OrNull(); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become("li", "entry");
        output.Attributes.SetAttribute("data-tone", Tones.Parse(Tone).Name());
        output.Content.AppendHtml(Markup.Tag("span", "entry-mark").Add(Ui.Icon.Of(icons, Icon)));
        var body = Markup.Tag("div").Add(Head());
        output.Content.AppendHtml(content.HasText() ? body.Add(Markup.Tag("div", "entry-body").Add(content)) : body);
    }

    private TagBuilder Head() => Markup.Tag("div", "entry-head")
        .Add(Markup.Tag("span", "entry-title").Add(Title))
        .Add(Markup.Tag("span", "entry-who").Add(string.IsNullOrEmpty(Who) ? texts["Timeline.System"].Value : Who))
        .Add(Markup.Tag("time", "entry-when").With("datetime", time.ToLocal(When).ToString("s")).With("title", time.Exact(When)).Add(time.Relative(When)));
}
