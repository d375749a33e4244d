using ServicePlatform.Archives;
using ServicePlatform.Archives.Work;
using ServicePlatform.Commands;
using ServicePlatform.Data.Host;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Tasks;

namespace ServicePlatform.Operator.Databases;

/// <param name="Connection">Sealed; for SQLite the name of a new file in the site's folder.</param>
/// <param name="State">Of the site before, and again afterwards.</param>
internal sealed record MoveInput(string SiteId, string Provider, string Connection, SiteState State);

/// <summary>
/// Moves a site to another database. Meanwhile it is closed; whatever happens, its old database is as it was. After a kill it begins anew, or goes
/// on where everything was there already.
/// </summary>
internal sealed class MoveTask(SiteRegistry registry, SiteDirectory directory, SiteMover mover) : LongTask<MoveInput>
{
    public const string Id = "operator.move";

    /// <summary>Checkpoint: everything is there and compared; only taking it into use is left.</summary>
    internal const string Filled = "filled";

    public override string Kind => Id;

    public override string Permission => OperatorPermissions.Sites;

    protected override async Task<Result<TaskOutcome>> RunAsync(MoveInput input, ITaskSteps steps, CancellationToken cancellationToken)
    {
        var outcome = new TaskOutcome($"/app/sites/{input.SiteId}");
        if (registry.Find(input.SiteId) is { } moved && moved.Row.Provider == input.Provider && moved.Row.Connection == input.Connection)
        {
            // Killed between taking it into use and the end of the task.
            return outcome;
        }

        using var turn = registry.BeginSetUp(input.SiteId);
        if (turn is null)
        {
            return Failure.Conflict("kernel.site-moving");
        }

        var closed = await directory.CloseForMoveAsync(input.SiteId, cancellationToken);
        if (!closed.Succeeded)
        {
            return closed.Failure;
        }

        try
        {
            var place = new SitePlace(input.Provider, input.Connection, closed.Value.Row.Folder);
            if (steps.Checkpoint is not null)
            {
                await mover.FinishAsync(closed.Value, place, cancellationToken);
            }
            else
            {
                await mover.MoveAsync(
                    closed.Value,
                    place,
                    (done, total) => steps.ReportAsync(done, total, cancellationToken),
                    cancellationToken,
                    () => steps.StepAsync(() => Task.FromResult(Result.Done), _ => Filled, 1, 1, cancellationToken));
            }

            var relocated = await directory.RelocateAsync(input.SiteId, place, input.State, "MoveSite", CancellationToken.None);
            return relocated.Succeeded ? outcome : relocated.Failure;
        }
        catch (ArchiveException exception)
        {
            return exception.Failure;
        }
    }

    protected override Task EndedAsync(MoveInput input, Guid taskId, LongTaskPhase phase, CancellationToken cancellationToken) =>
        directory.ReopenAsync(input.SiteId, input.State, cancellationToken);
}
