using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Devices.Imports;

/// <summary>How far an import is, without working out its plan: cheap enough to be asked every second.</summary>
[RequirePermission(DevicePermissions.Import)]
internal sealed record WatchImport(Guid ImportId) : IQuery<WatchedImport>;

/// <param name="Progress">Null while it does not run.</param>
internal sealed record WatchedImport(Guid Id, ImportState State, ImportProgress? Progress);

internal sealed class WatchImportHandler(ISiteDb db, IActorContext actors, ImportDesk desk) : IQueryHandler<WatchImport, WatchedImport>
{
    public async Task<Result<WatchedImport>> HandleAsync(WatchImport query, CancellationToken cancellationToken)
    {
        var state = await db.List<Import>().OfActor(actors.Current).Where(import => import.Id == query.ImportId)
            .Select(import => (ImportState?)import.State).FirstOrDefaultAsync(cancellationToken);
        return state is { } known
            ? new WatchedImport(query.ImportId, known, desk.ProgressOf(query.ImportId))
            : Failure.NotFound("devices.import-not-found");
    }
}
