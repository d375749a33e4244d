using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>An outline icon, as large as the text around it. Without a label it is decoration and not read out.</summary>
[HtmlTargetElement("sp-icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper(IIconSet icons) : TagHelper
{
    /// <summary>Name in the icon set: <c>wrench</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it means, where no words stand beside it.</summary>
    public string? Label { get; set => field = value.OrNull(); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icon.Of(icons, Name, Label));
    }
}
