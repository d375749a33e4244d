using Microsoft.AspNetCore.Razor.TagHelpers;
using ServicePlatform.Sites;

namespace ServicePlatform.Ui;

/// <summary>Money with its sign, aligned in columns. Nothing known is a dash.</summary>
[HtmlTargetElement("sp-money", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MoneyTagHelper(ISiteContext site) : TagHelper
{
    /// <summary>Amount in the currency's smallest unit.</summary>
    public long? Value { get; set; }

    /// <summary>ISO 4217 code; the site's where left out.</summary>
    public string? Currency { get; set => field = value.OrNull(); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", Value < 0 ? "money negative" : "money");
        output.Content.SetContent(Value is { } value ? MoneyText.Of(value, Currency ?? site.Currency) : "–");
    }
}
