namespace ServicePlatform.Ui;

/// <summary>The outline icons of the product.</summary>
public interface IIconSet
{
    /// <summary>The shapes of an icon on a grid of 24 by 24, or null if there is none of that name.</summary>
    /// <param name="name">Name in lower case with dashes: <c>droplets</c>.</param>
    string? Find(string name);
}
