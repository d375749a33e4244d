using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Files;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Devices.Imports;

/// <summary>
/// Imports every row that can be taken, in one transaction, or none. Rows that only a use case refuses are remembered and the
/// whole is undone; sent again, those rows count as bad ones.
/// </summary>
/// <param name="SkipBadRows">False: a single bad row stops the import.</param>
[RequirePermission(DevicePermissions.Import)]
[AnswerNotStored]
internal sealed record RunImport(Guid ImportId, bool SkipBadRows, int Version) : ICommand;

internal sealed class RunImportHandler(
    ISiteDb db,
    ImportChecker checker,
    ImportWriter writer,
    ImportDesk desk,
    ProblemFile problems,
    IFileStore files,
    IActorContext actors,
    IClock clock) : ICommandHandler<RunImport, Done>
{
    /// <summary>Rows were refused while they were written; the next attempt leaves them out.</summary>
    public const string RowsRefused = "devices.import-rows-refused";

    public async Task<Result<Done>> HandleAsync(RunImport command, CancellationToken cancellationToken)
    {
        var import = await db.Set<Import>().OpenAsync(command.ImportId, command.Version, actors.Current, cancellationToken);
        if (!import.Succeeded)
        {
            return import.Failure;
        }

        var found = await checker.CheckAsync(import.Value, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var plan = found.Value.Plan;
        if (plan.Customers.Count == 0 || (plan.Problems.Count > 0 && !command.SkipBadRows))
        {
            return Failure.Conflict(plan.Customers.Count == 0 ? "devices.import-nothing" : "devices.import-bad-rows", plan.RowsRefused);
        }

        var refused = await writer.WriteAsync(import.Value, plan, cancellationToken);
        if (!refused.Succeeded)
        {
            return refused.Failure;
        }

        if (refused.Value.Count > 0)
        {
            desk.Refuse(command.ImportId, refused.Value);
            return Failure.Conflict(RowsRefused, refused.Value.Count);
        }

        return await FinishAsync(command, found.Value, cancellationToken);
    }

    private async Task<Result<Done>> FinishAsync(RunImport command, CheckedImport found, CancellationToken cancellationToken)
    {
        // The mass change has let go of the row that was read at the start.
        var import = await db.Set<Import>().OpenAsync(command.ImportId, command.Version, actors.Current, cancellationToken);
        if (!import.Succeeded)
        {
            return import.Failure;
        }

        Guid? problemsFileId = null;
        if (found.Plan.Problems.Count > 0)
        {
            using var content = new MemoryStream(problems.Write(found.Table, found.Plan.Problems));
            var rules = new FileRules(FileRules.Table.ContentTypes, 4 * FileRules.Table.MaximumBytes);
            var stored = await files.SaveAsync(content, "problems.csv", new Subject(Import.Kind, command.ImportId), rules, nameof(RunImport.ImportId), cancellationToken);
            if (!stored.Succeeded)
            {
                return stored.Failure;
            }

            problemsFileId = stored.Value.Id;
        }

        import.Value.Finish(found.Plan, problemsFileId, clock.UtcNow);
        desk.Forget(command.ImportId);
        return Result.Done;
    }
}
