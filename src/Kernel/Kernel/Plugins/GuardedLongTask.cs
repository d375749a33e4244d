using ServicePlatform.Commands;
using ServicePlatform.Tasks;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>A plugin's long task: it may take hours, but neither be silent for long nor keep a transaction open.</summary>
internal sealed class GuardedLongTask(LongTask task, Plugin plugin, string siteId, PluginGuard guard, LostCalls lost) : LongTask
{
    // Read once, where a failure leaves the task out of the list.
    public override string Kind { get; } = task.Kind;

    public override string Permission { get; } = task.Permission;

    public override async Task<Result<TaskOutcome>> RunAsync(string input, ITaskSteps steps, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource();
        var token = over.Token;
        try
        {
            return await lost.WatchAsync(() => guard.RunAsync(
                plugin,
                Kind,
                siteId,
                guard.Options.TaskSilence,
                (alive, stop) => task.RunAsync(input, new Steps(steps, plugin, guard, lost, alive, token), stop),
                cancellationToken));
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    public override Task EndedAsync(string input, Guid taskId, LongTaskPhase phase, CancellationToken cancellationToken) => lost.WatchAsync(() => guard.RunAsync(
        plugin,
        Kind + " " + phase,
        siteId,
        guard.Options.EventLimit,
        async token =>
        {
            await task.EndedAsync(input, taskId, phase, token);
            return true;
        },
        cancellationToken));

    /// <param name="over">The call has been given up: what it still wants is not done.</param>
    private sealed class Steps(ITaskSteps steps, Plugin plugin, PluginGuard guard, LostCalls lost, Action alive, CancellationToken over) : ITaskSteps
    {
        public Guid TaskId => steps.TaskId;

        public string? Checkpoint => steps.Checkpoint;

        public Task ReportAsync(long done, long? total, CancellationToken cancellationToken)
        {
            over.ThrowIfCancellationRequested();
            alive();
            return steps.ReportAsync(done, total, cancellationToken);
        }

        public async Task<Result<T>> StepAsync<T>(Func<Task<Result<T>>> work, Func<T, string?> checkpoint, long done, long? total, CancellationToken cancellationToken)
        {
            over.ThrowIfCancellationRequested();
            alive();
            var result = await lost.WatchAsync(() => steps.StepAsync(() => guard.BoundAsync(plugin, work), checkpoint, done, total, cancellationToken));
            alive();
            return result;
        }
    }
}
