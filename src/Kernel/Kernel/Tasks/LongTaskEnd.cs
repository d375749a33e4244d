using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Sites;
using ServicePlatform.Data.Tasks;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Plugins;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Sites;
using ServicePlatform.Tasks;

namespace ServicePlatform.Kernel.Tasks;

/// <summary>Writes how a task of this process ended. Its input, which may hold secrets, is emptied.</summary>
internal sealed class LongTaskEnd(SiteScopes scopes, SiteRuntime site, LongTaskRow task, string? input)
{
    public Task SucceedAsync(TaskOutcome outcome) => WriteAsync(LongTaskPhase.Succeeded, outcome, null);

    public Task FailAsync(string error) => WriteAsync(LongTaskPhase.Failed, null, error.Length > Lengths.Text ? error[..Lengths.Text] : error);

    public Task CancelAsync() => WriteAsync(LongTaskPhase.Cancelled, null, null);

    private async Task WriteAsync(LongTaskPhase phase, TaskOutcome? outcome, string? error)
    {
        try
        {
            await WriteAsync(phase, outcome, error, tidies: true);
        }
        catch (UntidyPluginException)
        {
            // The guard has said so. The task has ended all the same; nobody is to run it again for that.
            await WriteAsync(phase, outcome, error, tidies: false);
        }
    }

    private async Task WriteAsync(LongTaskPhase phase, TaskOutcome? outcome, string? error, bool tidies)
    {
        await using var scope = scopes.Open(site);
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<SiteDbContext>();
        var now = services.GetRequiredService<IClock>().UtcNow;
        var id = task.Id;
        var written = await services.GetRequiredService<UnitOfWork>().RunAsync<Done>(
            async () =>
            {
                var mine = await db.Set<LongTaskRow>()
                    .Where(row => row.Id == id && row.Phase == LongTaskPhase.Running && row.Node == LongTaskRun.Node)
                    .ExecuteUpdateAsync(set => set
                        .SetProperty(row => row.Phase, phase)
                        .SetProperty(row => row.ResultAddress, outcome == null ? null : outcome.Path)
                        .SetProperty(row => row.ResultFileId, outcome == null ? null : outcome.FileId)
                        .SetProperty(row => row.Error, error)
                        .SetProperty(row => row.EndedAt, now)
                        .SetProperty(row => row.OpenKey, id.ToString("N"))
                        .SetProperty(row => row.Input, "")
                        .SetProperty(row => row.Checkpoint, (string?)null)
                        .SetProperty(row => row.HeldUntil, (DateTime?)null));

                // None: held too long in silence, another process has taken it over, and its answer counts.
                if (tidies && mine == 1 && phase != LongTaskPhase.Succeeded && input is not null && LongTaskRun.Find(services, task.Kind) is { } kind)
                {
                    await TidyAsync(kind, input, phase);
                }

                return default(Done);
            },
            null,
            CancellationToken.None);
        if (!written.Succeeded)
        {
            throw new InvalidOperationException($"The end of the task could not be written: {written.Failure.Code}.");
        }
    }

    private async Task TidyAsync(LongTask kind, string known, LongTaskPhase phase)
    {
        try
        {
            await kind.EndedAsync(known, task.Id, phase, CancellationToken.None);
        }
        catch (Exception exception) when (kind is GuardedLongTask)
        {
            throw new UntidyPluginException(exception);
        }
    }

    private sealed class UntidyPluginException(Exception cause) : Exception("A plugin's task could not tidy up.", cause);
}
