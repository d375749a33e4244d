using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Ui;

/// <summary>Further actions behind a button. Holds links and sp-action elements with <c>kind="menu"</c>.</summary>
[HtmlTargetElement("sp-menu")]
public sealed class MenuTagHelper(IIconSet icons, IStringLocalizer<UiTexts> texts) : TagHelper
{
    /// <summary>Words on the button; three dots without them.</summary>
    public string? Text { get; set => field = value.OrNull(); }

    public string? Icon { get; set => field = value.OrNull(); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items.Remove(typeof(Slots));
        var content = await output.GetChildContentAsync();
        output.Become("details", "menu");
        output.Attributes.SetAttribute("data-menu", "");
        var button = Markup.Tag("summary", "button").With("data-size", Text is null ? "icon" : null);
        button = Text is null
            ? button.Add(Ui.Icon.Of(icons, Icon ?? "ellipsis", texts["Menu.More"]))
            : button.Add(Ui.Icon.OrNothing(icons, Icon)).Add(Text).Add(Ui.Icon.Of(icons, "chevron-down"));
        output.Content.AppendHtml(button).AppendHtml(Markup.Tag("div", "menu-list").Add(content));
    }
}
