using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Fields;
using ServicePlatform.Security;
using ServicePlatform.Tasks;

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

/// <summary>An import; while it neither runs nor is done, with what it would do.</summary>
[RequirePermission(DevicePermissions.Import)]
internal sealed record GetImport(Guid ImportId) : IQuery<ImportDetail>;

/// <param name="Checked">Null while the import runs and once it is done.</param>
/// <param name="Fields">The site's own fields that a column may mean.</param>
/// <param name="Task">Of its last run; null before there is one.</param>
internal sealed record ImportDetail(Import Import, CheckedImport? Checked, LongTaskState? Task, IReadOnlyDictionary<string, CustomField> Fields);

internal sealed class GetImportHandler(ISiteDb db, IActorContext actors, ImportChecker checker, ImportFields fields, ILongTasks tasks) : IQueryHandler<GetImport, ImportDetail>
{
    public async Task<Result<ImportDetail>> HandleAsync(GetImport query, CancellationToken cancellationToken)
    {
        var import = await db.List<Import>().OfActor(actors.Current).FirstOrDefaultAsync(known => known.Id == query.ImportId, cancellationToken);
        if (import is null)
        {
            return Failure.NotFound("devices.import-not-found");
        }

        var task = await import.LastTaskAsync(tasks, cancellationToken);
        if (import.State != ImportState.Open)
        {
            return new ImportDetail(import, null, task, new Dictionary<string, CustomField>(StringComparer.Ordinal));
        }

        var plan = await checker.CheckAsync(import, [], cancellationToken);
        return plan.Succeeded ? new ImportDetail(import, plan.Value, task, await fields.ListAsync(import.PrincipalId, cancellationToken)) : plan.Failure;
    }
}
