using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Files;
using ServicePlatform.Sites;
using ServicePlatform.Tasks;

namespace ServicePlatform.Devices.Imports;

internal sealed record ImportInput(Guid ImportId, bool SkipBadRows);

/// <summary>
/// Imports the rows that can be taken, some customers with their machines in each transaction, so that others can save meanwhile.
/// What stands already is found and left alone; so a task that begins again goes on where it was.
/// </summary>
internal sealed class ImportTask(ISiteDb db, ImportChecker checker, ImportWriter writer, ProblemFile problems, IFileStore files, IClock clock) : LongTask<ImportInput>
{
    public const string Name = "devices.import";
    private const int Chunk = 25;

    public override string Kind => Name;

    public override string Permission => DevicePermissions.Import;

    protected override async Task<Result<TaskOutcome>> RunAsync(ImportInput input, ITaskSteps steps, CancellationToken cancellationToken)
    {
        var import = await db.List<Import>().SingleAsync(known => known.Id == input.ImportId, cancellationToken);
        var refused = steps.Checkpoint is { } kept ? JsonSerializer.Deserialize<List<RowProblem>>(kept)! : [];
        var written = 0;
        while (true)
        {
            var found = await checker.CheckAsync(import, refused, cancellationToken);
            if (!found.Succeeded)
            {
                return found.Failure;
            }

            var plan = found.Value.Plan;
            if (plan.Customers.Count == 0 || (plan.Problems.Count > refused.Count && !input.SkipBadRows))
            {
                return Failure.Conflict(plan.Customers.Count == 0 ? "devices.import-nothing" : "devices.import-bad-rows", plan.RowsRefused);
            }

            var (before, total) = (refused.Count, written + plan.Changes.Count);
            foreach (var chunk in plan.Changes.Chunk(Chunk))
            {
                var step = await WriteAsync(import, chunk, refused, written, total, steps, cancellationToken);
                if (!step.Succeeded && step.Failure.Code != ImportWriter.RowsRefused)
                {
                    return step.Failure;
                }

                written += step.Succeeded ? chunk.Length : 0;
            }

            // Customers of a chunk with a refused row are still to be written, without that row.
            if (refused.Count == before)
            {
                return await FinishAsync(import, found.Value, steps, cancellationToken);
            }
        }
    }

    protected override async Task EndedAsync(ImportInput input, Guid taskId, LongTaskPhase phase, CancellationToken cancellationToken) =>
        (await db.Set<Import>().SingleOrDefaultAsync(import => import.Id == input.ImportId && import.State == ImportState.Running && import.TaskId == taskId, cancellationToken))?.Reopen();

    private Task<Result<Written>> WriteAsync(
        Import import, PlannedCustomer[] chunk, List<RowProblem> refused, int done, int total, ITaskSteps steps, CancellationToken cancellationToken) =>
        steps.StepAsync<Written>(
            async () =>
            {
                var wrong = await writer.WriteAsync(import.PrincipalId, chunk, cancellationToken);
                refused.AddRange(wrong);
                if (wrong.Count > 0)
                {
                    return Failure.Conflict(ImportWriter.RowsRefused, wrong.Count);
                }

                (await db.Set<Import>().SingleAsync(known => known.Id == import.Id, cancellationToken)).Count(chunk);
                return new Written();
            },
            _ => JsonSerializer.Serialize(refused),
            done + chunk.Length,
            total,
            cancellationToken);

    private async Task<Result<TaskOutcome>> FinishAsync(Import import, CheckedImport found, ITaskSteps steps, CancellationToken cancellationToken) =>
        await steps.StepAsync<TaskOutcome>(
            async () =>
            {
                Guid? problemsFileId = null;
                if (found.Plan.Problems.Count > 0)
                {
                    using var content = new MemoryStream(problems.Write(found.Table, found.Plan.Problems));
                    var rules = new FileRules(FileRules.Table.ContentTypes, 4 * FileRules.Table.MaximumBytes);
                    var stored = await files.SaveAsync(content, "problems.csv", new Subject(Import.Kind, import.Id), rules, nameof(ImportInput.ImportId), cancellationToken);
                    if (!stored.Succeeded)
                    {
                        return stored.Failure;
                    }

                    problemsFileId = stored.Value.Id;
                }

                (await db.Set<Import>().SingleAsync(known => known.Id == import.Id, cancellationToken)).Finish(found.Plan.RowsRefused, problemsFileId, clock.UtcNow);
                return new TaskOutcome($"/app/imports/{import.Id}", problemsFileId);
            },
            _ => null,
            found.Plan.Changes.Count,
            found.Plan.Changes.Count,
            cancellationToken);

    private sealed record Written;
}
