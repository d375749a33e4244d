namespace ServicePlatform.Recipes;

/// <summary>
/// The property names a thing that the recipe makes. Two rows with the same name are an error, and what refers to the name
/// (<see cref="RecipeRefAttribute"/>) finds it.
/// </summary>
/// <param name="kind">Kind of thing: <c>organisation</c>.</param>
/// <param name="with">Other properties of the row, by their JSON names, that belong to the name.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class RecipeKeyAttribute(string kind, params string[] with) : Attribute
{
    public string Kind { get; } = kind;

    public IReadOnlyList<string> With { get; } = with;
}

/// <summary>
/// The property (a text or a list of texts) names a thing that the recipe makes or that the site has (<see cref="IRecipeNames"/>). The words
/// for one that is not there are the text <c>Failure.kernel.recipe-no-{kind}</c>.
/// </summary>
/// <param name="kind">Kind of thing: <c>organisation</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class RecipeRefAttribute(string kind) : Attribute
{
    public string Kind { get; } = kind;
}

/// <summary>The text must be readable as a phone number.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class RecipePhoneAttribute : Attribute;

/// <summary>Knows what a site has of one kind, for references in recipes.</summary>
public interface IRecipeNames
{
    string Kind { get; }

    /// <summary>Those of the names that the site does not have.</summary>
    Task<IReadOnlyCollection<string>> UnknownAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken);
}

/// <summary>Writes a part of the site's set-up as steps of a recipe, so that running them on a blank site gives the same set-up.</summary>
public interface IRecipeExport
{
    /// <summary>Steps stand in this order: features and settings 0 to 9, then by the floor of the module times 10.</summary>
    int Order { get; }

    /// <summary>Forms of steps (<see cref="IRecipeStep.Form"/>), with their names; none where there is nothing to say. No password is among them.</summary>
    Task<IReadOnlyList<object>> ExportAsync(CancellationToken cancellationToken);
}
