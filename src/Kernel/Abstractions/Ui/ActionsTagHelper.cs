using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>
/// Buttons. Directly inside sp-page, sp-section, sp-empty, sp-notice or sp-form they move to that element's place for
/// buttons; anywhere else they are a row of buttons.
/// </summary>
[HtmlTargetElement("sp-actions")]
public sealed class ActionsTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        if (Slots.Of(context) is { } slots)
        {
            slots.Actions = Markup.Tag("div", "actions").Add(content);
            output.SuppressOutput();
            return;
        }

        output.Become("div", "actions");
        output.Content.SetHtmlContent(content);
    }
}
