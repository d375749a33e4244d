using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Tasks;

namespace ServicePlatform.Devices.Imports;

/// <summary>How far an import is, without working out its plan: cheap enough to be asked every second.</summary>
[RequirePermission(DevicePermissions.Import)]
internal sealed record WatchImport(Guid ImportId) : IQuery<WatchedImport>;

/// <param name="Task">Of its last run; null before there is one.</param>
internal sealed record WatchedImport(Guid Id, ImportState State, LongTaskState? Task);

internal sealed class WatchImportHandler(ISiteDb db, IActorContext actors, ILongTasks tasks) : IQueryHandler<WatchImport, WatchedImport>
{
    public async Task<Result<WatchedImport>> HandleAsync(WatchImport query, CancellationToken cancellationToken)
    {
        var import = await db.List<Import>().OfActor(actors.Current).FirstOrDefaultAsync(known => known.Id == query.ImportId, cancellationToken);
        return import is null
            ? Failure.NotFound("devices.import-not-found")
            : new WatchedImport(import.Id, import.State, await import.LastTaskAsync(tasks, cancellationToken));
    }
}
