using ServicePlatform.Commands;
using ServicePlatform.Kernel.Recipes;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Tasks;

namespace ServicePlatform.Accounts.Settings.Recipe;

/// <param name="Recipe">Name of the kept file.</param>
internal sealed record RecipeTaskInput(string Recipe);

/// <summary>Runs a recipe in the site. The recipe is one transaction, so that a run that is broken off leaves nothing and is begun again.</summary>
internal sealed class RecipeTask(RecipeRunner runner, RecipeCatalog recipes, ISiteContext site, SiteAudit audit) : LongTask<RecipeTaskInput>
{
    public const string Name = "accounts.recipe";

    /// <summary>Checkpoint: the file is not needed any more.</summary>
    private const string Ran = "ran";

    public override string Kind => Name;

    public override string Permission => AccountPermissions.Recipe;

    protected override async Task<Result<TaskOutcome>> RunAsync(RecipeTaskInput input, ITaskSteps steps, CancellationToken cancellationToken)
    {
        if (steps.Checkpoint is null)
        {
            // Not step by step: the recipe's transaction holds the database in which the task's own row stands.
            await steps.ReportAsync(0, 1, cancellationToken);
            var ran = await runner.RunAsync(site.Id, input.Recipe, cancellationToken);
            if (!ran.Succeeded)
            {
                return ran.Failure;
            }

            await audit.WriteAsync(site.Id, "RunRecipe", [("Recipe", input.Recipe)], cancellationToken);
            await steps.StepAsync(() => Task.FromResult(Result.Done), _ => Ran, 1, 1, cancellationToken);
        }

        recipes.Forget(input.Recipe);
        return new TaskOutcome("/app/settings/recipe");
    }

    protected override Task EndedAsync(RecipeTaskInput input, Guid taskId, LongTaskPhase phase, CancellationToken cancellationToken)
    {
        recipes.Forget(input.Recipe);
        return Task.CompletedTask;
    }
}

/// <summary>Starts a recipe that has been looked at. Answers the long task.</summary>
/// <param name="Recipe">Name of the kept file.</param>
[RequirePermission(AccountPermissions.Recipe)]
internal sealed record StartRecipe(string Recipe) : ICommand<Guid>;

internal sealed class StartRecipeHandler(ILongTasks tasks, IActorContext actors, ISiteContext site) : ICommandHandler<StartRecipe, Guid>
{
    // A recipe may make roles and administrators, so nobody less than one may run it.
    public async Task<Result<Guid>> HandleAsync(StartRecipe command, CancellationToken cancellationToken) =>
        actors.Current is Actor { HasEveryPermission: false, Kind: not ActorKind.System } ? Failure.Forbidden("accounts.recipe-administrator")
        : command.Recipe.StartsWith(RecipeCatalog.OwnOf(site.Id), StringComparison.Ordinal)
            ? await tasks.StartAsync(RecipeTask.Name, new RecipeTaskInput(command.Recipe), site.Name, key: "recipe", cancellationToken)
            : Failure.NotFound("kernel.recipe-unknown", command.Recipe);
}
