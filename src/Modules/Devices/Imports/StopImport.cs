using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Tasks;

namespace ServicePlatform.Devices.Imports;

/// <summary>Stops a running import. What it has written stays; it can be gone on with.</summary>
[RequirePermission(DevicePermissions.Import)]
internal sealed record StopImport(Guid ImportId) : ICommand;

internal sealed class StopImportHandler(ISiteDb db, ILongTasks tasks, IActorContext actors) : ICommandHandler<StopImport, Done>
{
    public async Task<Result<Done>> HandleAsync(StopImport command, CancellationToken cancellationToken)
    {
        var import = await db.List<Import>().OfActor(actors.Current).FirstOrDefaultAsync(known => known.Id == command.ImportId, cancellationToken);
        if (import is null)
        {
            return Failure.NotFound("devices.import-not-found");
        }

        if (import is { State: ImportState.Running, TaskId: { } task })
        {
            await tasks.CancelAsync(task, cancellationToken);
        }

        return Result.Done;
    }
}
