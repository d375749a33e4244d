using ServicePlatform.Recipes;

namespace ServicePlatform.Kernel.Recipes;

/// <summary>A recipe that has been checked and can be run.</summary>
/// <param name="Site">What the site's row will say.</param>
/// <param name="Steps">Names of steps with what each is given, in the order in which they run.</param>
internal sealed record RecipePlan(SitePlan Site, IReadOnlyList<PlannedStep> Steps);

/// <param name="IsUntransacted">It runs after all others stand.</param>
internal sealed record PlannedStep(string Name, RecipeStepContext Context, bool IsUntransacted);

/// <summary>What a recipe would do, for whoever is to say yes.</summary>
/// <param name="Step">Name of the step.</param>
/// <param name="Rows">How many things it names; 0 where it names none.</param>
public sealed record RecipePreview(string Step, int Rows);
