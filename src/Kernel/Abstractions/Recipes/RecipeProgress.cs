namespace ServicePlatform.Recipes;

/// <summary>How far a recipe has come: reported before each step begins, and once with <c>Done == Count</c> at the end.</summary>
/// <param name="Step">Name of the step that begins: <c>organisations</c>; empty at the end.</param>
/// <param name="Done">Steps that are done, 0 to <paramref name="Count"/>.</param>
/// <param name="Count">Steps in all.</param>
public sealed record RecipeProgress(string Step, int Done, int Count);
