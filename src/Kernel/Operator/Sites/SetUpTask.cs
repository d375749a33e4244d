using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data.Host;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Recipes;
using ServicePlatform.Tasks;

namespace ServicePlatform.Operator.Sites;

internal sealed record SetUpInput(string SiteId, string Recipe);

/// <summary>Runs the recipe of a new site, step by step. After a kill the host itself begins it anew, and this follows.</summary>
internal sealed class SetUpTask(SiteRegistry registry, SiteDirectory directory, TimeProvider time, IStringLocalizer<Texts> texts) : LongTask<SetUpInput>
{
    public const string Id = "operator.set-up";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public override string Kind => Id;

    public override string Permission => OperatorPermissions.Sites;

    protected override async Task<Result<TaskOutcome>> RunAsync(SetUpInput input, ITaskSteps steps, CancellationToken cancellationToken)
    {
        // Without people nobody could sign in: the first one is made next.
        var outcome = new TaskOutcome($"/app/sites/{input.SiteId}{(input.Recipe == SiteBoard.BlankRecipe ? "/administrator" : "")}");
        while (true)
        {
            if (registry.Find(input.SiteId) is { Fault: null, Row: { State: SiteState.Running, Recipe: not null } })
            {
                return outcome;
            }

            var result = await SetUpAsync(input, steps, cancellationToken);
            if (result.Succeeded)
            {
                return outcome;
            }

            if (result.Failure.Code != "kernel.site-setting-up")
            {
                return result.Failure;
            }

            await Task.Delay(Pause, time, cancellationToken);
            await steps.ReportAsync(0, null, cancellationToken);
        }
    }

    protected override async Task EndedAsync(SetUpInput input, Guid taskId, LongTaskPhase phase, CancellationToken cancellationToken)
    {
        if (registry.Find(input.SiteId) is { Fault: null, Row.State: SiteState.SettingUp } site)
        {
            await registry.CloseAsync(site.Row, texts["Sites.SetUpStopped"], cancellationToken);
        }
    }

    private async Task<Result<string>> SetUpAsync(SetUpInput input, ITaskSteps steps, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var progress = new Last();
        var work = directory.SetUpAsync(input.SiteId, input.Recipe, progress, stop.Token);
        try
        {
            while (await Task.WhenAny(work, Task.Delay(Pause, time, cancellationToken)) != work)
            {
                await steps.ReportAsync(progress.Value.Done, progress.Value.Count, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            await stop.CancelAsync();
            await Task.WhenAny(work);
            throw;
        }

        return await work;
    }

    private sealed class Last : IProgress<RecipeProgress>
    {
        private volatile RecipeProgress _value = new("", 0, 0);

        public RecipeProgress Value => _value;

        void IProgress<RecipeProgress>.Report(RecipeProgress value) => _value = value;
    }
}
