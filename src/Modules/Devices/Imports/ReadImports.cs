using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Devices.Imports;

/// <summary>Imports, newest first.</summary>
[RequirePermission(DevicePermissions.Import)]
internal sealed record ListImports(PageRequest Page) : IQuery<Page<Import>>;

internal sealed class ListImportsHandler(ISiteDb db, IActorContext actors) : IQueryHandler<ListImports, Page<Import>>
{
    public async Task<Result<Page<Import>>> HandleAsync(ListImports query, CancellationToken cancellationToken) =>
        await db.List<Import>().OfActor(actors.Current)
            .ToPageAsync(import => import.CreatedAt, import => import.Id, query.Page, descending: true, cancellationToken);
}

/// <summary>An import; while it is not done, with what it would do.</summary>
[RequirePermission(DevicePermissions.Import)]
internal sealed record GetImport(Guid ImportId) : IQuery<ImportDetail>;

/// <param name="Checked">Null once the import is done.</param>
internal sealed record ImportDetail(Import Import, CheckedImport? Checked, ImportProgress? Progress);

internal sealed class GetImportHandler(ISiteDb db, IActorContext actors, ImportChecker checker, ImportDesk desk) : IQueryHandler<GetImport, ImportDetail>
{
    public async Task<Result<ImportDetail>> HandleAsync(GetImport query, CancellationToken cancellationToken)
    {
        var import = await db.List<Import>().OfActor(actors.Current).FirstOrDefaultAsync(known => known.Id == query.ImportId, cancellationToken);
        if (import is null)
        {
            return Failure.NotFound("devices.import-not-found");
        }

        // While it runs the plan is not worked out a second time.
        var progress = desk.ProgressOf(import.Id);
        if (import.State == ImportState.Done || progress is not null)
        {
            return new ImportDetail(import, null, import.State == ImportState.Done ? null : progress);
        }

        var plan = await checker.CheckAsync(import, cancellationToken);
        return plan.Succeeded ? new ImportDetail(import, plan.Value, null) : plan.Failure;
    }
}
