using ServicePlatform.Commands;

namespace ServicePlatform.Recipes;

/// <summary>
/// One kind of recipe step. Running a step twice gives what running it once gives: things are found by their code and
/// brought to the state that the recipe names.
/// </summary>
public interface IRecipeStep
{
    /// <summary>The value of <c>name</c> in the recipe: <c>organisations</c>.</summary>
    string Name { get; }

    /// <summary>
    /// The record that the step's JSON is read into, with a property <c>Name</c>. The check of recipes and the schema for editors are made
    /// from it and its attributes (<see cref="RecipeKeyAttribute"/>, <see cref="RecipeRefAttribute"/> and those of DataAnnotations). Null for
    /// a step that takes no form; nothing of it is checked before it runs.
    /// </summary>
    Type? Form => null;

    /// <summary>Finds what the form alone cannot tell, before the first step of the recipe runs. The form is in order then.</summary>
    Task CheckAsync(RecipeStepContext context, IRecipeFindings findings, CancellationToken cancellationToken) => Task.CompletedTask;

    Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken);
}

/// <summary>
/// A step that takes care of its own transactions, since it replays many commands. Such steps run last, after all others stand, and only
/// while a site is being set up.
/// </summary>
public interface IUntransactedStep;

/// <summary>Takes what a step has found wrong.</summary>
public interface IRecipeFindings
{
    /// <param name="path">Below the step: <c>accounts[2].phone</c>.</param>
    /// <param name="code">Of the text <c>Failure.{code}</c>; its {0} is the path, {1} the line, the arguments follow.</param>
    /// <param name="arguments">From {2} on.</param>
    void Add(string path, string code, params object[] arguments);

    /// <summary>Checks a file beside the recipe by a form, as if its content stood at the path.</summary>
    /// <param name="file">Its relative name.</param>
    /// <param name="form">Type of its content.</param>
    /// <param name="path">Property of the step that names it.</param>
    void CheckFile(string file, Type form, string path);
}
