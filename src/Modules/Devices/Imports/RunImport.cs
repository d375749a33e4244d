using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Tasks;

namespace ServicePlatform.Devices.Imports;

/// <summary>Starts an import, or goes on with one that was stopped: what is in already is not imported twice.</summary>
/// <param name="SkipBadRows">False: a single bad row, and nothing is imported.</param>
[RequirePermission(DevicePermissions.Import)]
internal sealed record RunImport(Guid ImportId, bool SkipBadRows, int Version) : ICommand;

internal sealed class RunImportHandler(ISiteDb db, ILongTasks tasks, IActorContext actors) : ICommandHandler<RunImport, Done>
{
    public async Task<Result<Done>> HandleAsync(RunImport command, CancellationToken cancellationToken)
    {
        var import = await db.Set<Import>().OpenAsync(command.ImportId, command.Version, actors.Current, cancellationToken);
        if (!import.Succeeded)
        {
            return import.Failure;
        }

        if (!import.Value.Map.IsEnough)
        {
            return Failure.Conflict("devices.import-nothing");
        }

        var input = new ImportInput(command.ImportId, command.SkipBadRows);
        import.Value.Start(await tasks.StartAsync(ImportTask.Name, input, import.Value.FileName, command.ImportId.ToString("N"), cancellationToken));
        return Result.Done;
    }
}
