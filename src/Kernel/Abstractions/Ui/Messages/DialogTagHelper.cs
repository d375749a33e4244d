using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Ui;

/// <summary>A dialog that a button with <c>dialog="id"</c> opens. Its content is usually one form.</summary>
[HtmlTargetElement("sp-dialog")]
public sealed class DialogTagHelper(IIconSet icons, IStringLocalizer<UiTexts> texts) : TagHelper
{
    public string Id { get; set; } = "";

    public string Title { get; set; } = "";

    /// <summary>Open when the page arrives: after its form came back with errors.</summary>
    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items.Remove(typeof(Slots));
        var content = await output.GetChildContentAsync();
        output.Become("dialog", "dialog");
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("aria-labelledby", Id + "-title");
        if (Open)
        {
            output.Attributes.SetAttribute("data-show", "");
        }

        output.Content.AppendHtml(Markup.Tag("header", "dialog-head")
            .Add(Markup.Tag("h2", "dialog-title").With("id", Id + "-title").Add(Title))
            .Add(Markup.Tag("button", "button").With("type", "button").With("data-kind", "quiet").With("data-size", "icon").With("data-close", "")
                .Add(Icon.Of(icons, "x", texts["Close"]))));
        output.Content.AppendHtml(Markup.Tag("div", "dialog-body").Add(content));
    }
}
