using ServicePlatform.Commands;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.WorkOrders.Access;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Visits;

/// <summary>Tells the machines what was done to them at a visit that has ended: installation, readings, filter changes.</summary>
internal sealed class DeviceRecords(ISender sender, JobAccess access)
{
    public async Task<Failure?> WriteAsync(Visit visit, DateTime at, CancellationToken cancellationToken)
    {
        foreach (var line in visit.Lines.Where(line => line.MachineId is not null))
        {
            if (await WriteLineAsync(visit, line, line.MachineId!.Value, at, cancellationToken) is { } failure)
            {
                return failure;
            }
        }

        foreach (var change in visit.FilterChanges.OrderBy(change => change.At).ThenBy(change => change.Position))
        {
            var replaced = await sender.SendAsync(new ReplaceFilter(change.MachineId, change.Position, change.Serial, visit.Id, change.At), cancellationToken);
            if (!replaced.Succeeded)
            {
                return replaced.Failure;
            }
        }

        return null;
    }

    private async Task<Failure?> WriteLineAsync(Visit visit, VisitLine line, Guid machineId, DateTime at, CancellationToken cancellationToken)
    {
        var readings = Readings(visit, line);
        if (line is { JobType: JobTypes.Install, Outcome: VisitLineOutcome.Done })
        {
            await access.KeepInstallationAsync(visit, machineId, cancellationToken);
            var installed = await sender.SendAsync(new RecordInstallation(machineId, visit.HolderPath, visit.Id, at, readings), cancellationToken);
            return installed.Failure;
        }

        if (readings.Count == 0)
        {
            return null;
        }

        var recorded = await sender.SendAsync(new RecordReadings(machineId, visit.Id, at, readings), cancellationToken);
        return recorded.Failure;
    }

    /// <summary>The last reading of each kind; what was measured before a remedy stays with the step.</summary>
    private static List<ReadingInput> Readings(Visit visit, VisitLine line) => visit.Steps
        .Where(step => step.LineId == line.LineId && step is { Reading: not null, Value: not null })
        .GroupBy(step => step.Reading!.Value)
        .Select(group => new ReadingInput(group.Key, group.MaxBy(step => (step.DoneAt, step.Order))!.Value!.Value))
        .ToList();
}
