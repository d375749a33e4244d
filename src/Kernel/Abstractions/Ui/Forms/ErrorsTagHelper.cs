using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Ui;

/// <summary>What is wrong with a form, each line a link to its field. Nothing where nothing is wrong.</summary>
[HtmlTargetElement("sp-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorsTagHelper(IStringLocalizer<UiTexts> texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        output.Become("div", "errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-errors", "");
        output.Content.AppendHtml(Markup.Tag("h2").Add(texts["Errors.Title"].Value));
        var list = Markup.Tag("ul");
        foreach (var (key, entry) in ViewContext.ModelState)
        {
            foreach (var error in entry.Errors)
            {
                list.Add(Markup.Tag("li").Add(Line(key, error)));
            }
        }

        output.Content.AppendHtml(list);
    }

    private TagBuilder Line(string key, ModelError error)
    {
        var words = string.IsNullOrEmpty(error.ErrorMessage) ? texts["Errors.Unreadable"].Value : error.ErrorMessage;
        return key.Length == 0
            ? Markup.Tag("span").Add(words)
            : Markup.Tag("a").With("href", "#" + TagBuilder.CreateSanitizedId(key, "_")).Add(words);
    }
}
