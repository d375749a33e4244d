namespace ServicePlatform.Modules;

/// <summary>Declares that an assembly is a theme: views under <c>Views/{Module}/{Controller}</c> override the modules' own.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ThemeAttribute(string id) : Attribute
{
    public string Id { get; } = id;

    /// <summary>Id of the theme that is asked next where this one has no view.</summary>
    public string? Parent { get; set; }

    /// <summary>
    /// Path of the style sheet with the values of the tokens, below the site: <c>_content/{Assembly}/tokens.css</c>. It is put after the
    /// parent's, so a child names only what it changes; null where it keeps the parent's values.
    /// </summary>
    public string? Tokens { get; set; }
}
