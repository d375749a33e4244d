using ServicePlatform.Archives;
using ServicePlatform.Archives.Backups;
using ServicePlatform.Archives.Format;
using ServicePlatform.Archives.Work;
using ServicePlatform.Commands;
using ServicePlatform.Data.Host;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Tasks;

namespace ServicePlatform.Operator.Backups;

/// <param name="Archive">Name of the back-up.</param>
/// <param name="SiteId">Of the site that it becomes, or whose place it takes.</param>
/// <param name="IsNew">False where it takes the place of a site that is there.</param>
/// <param name="Connection">Sealed; empty for SQLite.</param>
/// <param name="Folder">A new folder below <c>sites</c>.</param>
internal sealed record RestoreInput(string Archive, string SiteId, bool IsNew, string Name, string Prefix, string Hosts, string Provider, string Connection, string Folder);

/// <summary>
/// Restores an archive beside everything that is there, and only then takes it into use, in one commit. After a kill it begins anew, or goes on
/// where everything was there already.
/// </summary>
internal sealed class RestoreTask(SiteRegistry registry, SiteDirectory directory, BackupStore store, SiteRestorer restorer) : LongTask<RestoreInput>
{
    public const string Id = "operator.restore";

    /// <summary>Checkpoint: everything is there and compared; only taking it into use is left.</summary>
    internal const string Filled = "filled";

    public override string Kind => Id;

    public override string Permission => OperatorPermissions.Sites;

    protected override async Task<Result<TaskOutcome>> RunAsync(RestoreInput input, ITaskSteps steps, CancellationToken cancellationToken)
    {
        var outcome = new TaskOutcome($"/app/sites/{input.SiteId}");
        var former = registry.Find(input.SiteId);
        if (former?.Row.Folder == input.Folder)
        {
            // Killed between taking it into use and the end of the task.
            return outcome;
        }

        if (input.IsNew == (former is not null) || store.PathOf(input.Archive) is not { } path)
        {
            return Failure.NotFound("kernel.site-unknown");
        }

        using var turn = registry.BeginSetUp(input.SiteId);
        if (turn is null)
        {
            return Failure.Conflict("kernel.site-moving");
        }

        if (!input.IsNew && await directory.CloseForMoveAsync(input.SiteId, cancellationToken) is { Succeeded: false } refused)
        {
            return refused.Failure;
        }

        try
        {
            using var archive = ArchiveReader.Open(File.OpenRead(path));
            var place = new SitePlace(input.Provider, input.Connection, input.Folder);
            if (steps.Checkpoint is not null && restorer.IsThere(place))
            {
                await restorer.FinishAsync(place, cancellationToken);
            }
            else
            {
                await restorer.RestoreAsync(
                    archive,
                    place,
                    (done, total) => steps.ReportAsync(done, total, cancellationToken),
                    cancellationToken,
                    () => steps.StepAsync(() => Task.FromResult(Result.Done), _ => Filled, archive.Manifest.Rows, archive.Manifest.Rows, cancellationToken));
            }

            return input.IsNew ? await AddAsync(input, archive.Manifest.Site, outcome, cancellationToken) : await ReplaceAsync(input, place, archive.Manifest.Site, outcome);
        }
        catch (ArchiveException exception)
        {
            return exception.Failure;
        }
    }

    protected override async Task EndedAsync(RestoreInput input, Guid taskId, LongTaskPhase phase, CancellationToken cancellationToken)
    {
        if (!input.IsNew)
        {
            await directory.ReopenAsync(input.SiteId, SiteState.Stopped, cancellationToken);
        }
    }

    private async Task<Result<TaskOutcome>> AddAsync(RestoreInput input, ArchivedSite told, TaskOutcome outcome, CancellationToken cancellationToken)
    {
        var row = new SiteRow
        {
            Id = input.SiteId,
            Name = input.Name.Length > 0 ? input.Name : told.Name,
            Prefix = input.Prefix,
            Hosts = input.Hosts,
            State = SiteState.Stopped,
            Provider = input.Provider,
            Connection = input.Connection,
            Folder = input.Folder,
            Currency = told.Currency,
            Recipe = told.Recipe,
            CreatedAt = told.CreatedAt,
        };
        Take(row, told);
        row.Name = input.Name.Length > 0 ? input.Name : told.Name;
        var adopted = await directory.AdoptAsync(row, "RestoreSite", cancellationToken);
        return adopted.Succeeded ? outcome : adopted.Failure;
    }

    private async Task<Result<TaskOutcome>> ReplaceAsync(RestoreInput input, SitePlace place, ArchivedSite told, TaskOutcome outcome)
    {
        var moved = await directory.RelocateAsync(input.SiteId, place, SiteState.Stopped, "ReplaceSite", CancellationToken.None, row => Take(row, told));
        return moved.Succeeded ? outcome : moved.Failure;
    }

    /// <summary>What belongs to the data; the addresses stay those of the site.</summary>
    private static void Take(SiteRow row, ArchivedSite told)
    {
        row.Name = told.Name;
        row.Culture = told.Culture;
        row.TimeZone = told.TimeZone;
        row.Currency = told.Currency;
        row.Theme = told.Theme;
        row.Features = told.Features;
    }
}
