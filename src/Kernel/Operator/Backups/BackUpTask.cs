using ServicePlatform.Archives;
using ServicePlatform.Archives.Backups;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Tasks;

namespace ServicePlatform.Operator.Backups;

internal sealed record BackUpInput(string SiteId);

/// <summary>Backs a site up while it works. After a kill it begins anew.</summary>
internal sealed class BackUpTask(SiteRegistry registry, BackupStore store, SiteAudit audit) : LongTask<BackUpInput>
{
    public const string Id = "operator.backup";

    public override string Kind => Id;

    public override string Permission => OperatorPermissions.Sites;

    protected override async Task<Result<TaskOutcome>> RunAsync(BackUpInput input, ITaskSteps steps, CancellationToken cancellationToken)
    {
        if (registry.Find(input.SiteId) is not { } site)
        {
            return Failure.NotFound("kernel.site-unknown");
        }

        try
        {
            var name = await store.MakeAsync(site, isNightly: false, (done, total) => steps.ReportAsync(done, total, cancellationToken), cancellationToken);
            await audit.WriteAsync(site.Id, "BackUpSite", [("Archive", name)], cancellationToken);
            return new TaskOutcome($"/app/backups/{name}");
        }
        catch (ArchiveException exception)
        {
            return exception.Failure;
        }
    }
}
