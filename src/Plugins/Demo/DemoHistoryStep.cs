using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using ServicePlatform.Commands;
using ServicePlatform.Demo.Acting;
using ServicePlatform.Demo.Planning;
using ServicePlatform.Recipes;
using ServicePlatform.Sites;

namespace ServicePlatform.Demo;

/// <summary>
/// Step <c>demo-history</c>: plays what would have happened in the site up to now through the ordinary use cases. It is played
/// once; where it was interrupted it cannot go on, and the site stays closed (the host gives a site that was never open a new
/// database of its own).
/// </summary>
internal sealed class DemoHistoryStep(
    HistoryMark mark, HistoryWriter writer, IReplay replay, ISiteContext site, IClock clock, ILogger<DemoHistoryStep> logger)
    : IRecipeStep, IUntransactedStep
{
    public string Name => "demo-history";

    public Type Form => typeof(HistoryInput);

    public async Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var step = context.Bind<HistoryInput>();
        if (!step.Succeeded)
        {
            return step.Failure;
        }

        switch (await mark.StateAsync(cancellationToken))
        {
            case HistoryState.Played:
                return Result.Done;
            case HistoryState.Interrupted:
                return context.Failed("The history was interrupted when it was first played, so it is not complete. Give the site an empty database, then run the recipe again.");
        }

        await mark.SetAsync(HistoryState.Interrupted, cancellationToken);
        try
        {
            await PlayAsync(step.Value, cancellationToken);
        }
        catch (HistoryException refused)
        {
            return context.Failed(refused.Message);
        }

        await mark.SetAsync(HistoryState.Played, cancellationToken);
        return Result.Done;
    }

    private async Task PlayAsync(HistoryInput input, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var before = CultureInfo.CurrentUICulture;
        try
        {
            // What a visit copies from its procedure is in the language of those who work there.
            CultureInfo.CurrentUICulture = site.Culture;
            var script = await writer.WriteAsync(input, clock.UtcNow, cancellationToken);
            await script.PlayAsync(new Stage(replay, cancellationToken), cancellationToken);
            logger.LogInformation("The history of the demo in {Site}: {Acts} acts in {Seconds} s", site.Id, script.Count, (int)watch.Elapsed.TotalSeconds);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
