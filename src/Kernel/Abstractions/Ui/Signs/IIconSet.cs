using Microsoft.AspNetCore.Html;

namespace ServicePlatform.Ui;

/// <summary>The outline icons of the product.</summary>
public interface IIconSet
{
    /// <summary>The shapes of an icon on a grid of 24 by 24, or null if there is none of that name.</summary>
    /// <param name="name">Name in lower case with dashes: <c>droplets</c>.</param>
    string? Find(string name);
}

/// <summary>Icons for views that hold many of them: as <c>sp-icon</c>, without the cost of a tag helper for each.</summary>
public static class IconSetDrawing
{
    /// <param name="icons">The product's icons.</param>
    /// <param name="name">Name in the icon set: <c>wrench</c>.</param>
    /// <param name="label">What it means, where no words stand beside it.</param>
    public static IHtmlContent Draw(this IIconSet icons, string name, string? label = null) => Icon.Of(icons, name, label);
}
