using ServicePlatform.Commands;
using ServicePlatform.Fields;
using ServicePlatform.Files;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Devices.Imports;

/// <summary>Reads an uploaded file again and plans what its import does now.</summary>
internal sealed class ImportChecker(IFileStore files, IDivisions divisions, KnownThingsReader reader, ImportFields fields, SiteDays days, IFailureText words)
{
    /// <param name="refused">Rows that a use case has refused; they count as bad ones.</param>
    public async Task<Result<CheckedImport>> CheckAsync(Import import, IReadOnlyCollection<RowProblem> refused, CancellationToken cancellationToken)
    {
        var table = await ReadAsync(import.FileId, cancellationToken);
        if (!table.Succeeded)
        {
            return table.Failure;
        }

        if (!import.Map.IsEnough)
        {
            return new CheckedImport(table.Value, new ImportPlan([], []));
        }

        var (rows, problems) = Understand(table.Value, import.Map, await fields.ListAsync(import.PrincipalId, cancellationToken));
        var known = await reader.ReadAsync(import.PrincipalId, rows, cancellationToken);
        return new CheckedImport(table.Value, new ImportPlanner(import.PrincipalId, known).Plan(rows, [.. problems, .. refused]));
    }

    private async Task<Result<TableFile>> ReadAsync(Guid fileId, CancellationToken cancellationToken)
    {
        await using var stream = await files.OpenAsync(fileId, cancellationToken);
        if (stream is null)
        {
            return Failure.NotFound("devices.import-file-missing");
        }

        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, cancellationToken);
        return TableFile.Read(memory.ToArray());
    }

    private (List<ImportRow> Rows, List<RowProblem> Problems) Understand(TableFile table, ColumnMap map, IReadOnlyDictionary<string, CustomField> own)
    {
        var reading = new RowReader(map, divisions, days.Today, own, words);
        var rows = new List<ImportRow>();
        var problems = new List<RowProblem>();
        foreach (var row in table.Rows)
        {
            var (read, wrong) = reading.Read(row);
            problems.AddRange(wrong);
            if (read is not null)
            {
                rows.Add(read);
            }
        }

        return (rows, problems);
    }
}

internal sealed record CheckedImport(TableFile Table, ImportPlan Plan);
