using ServicePlatform.Commands;
using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;

namespace ServicePlatform.Playbooks.Publishing;

/// <summary>What publishing a draft would touch, shown before it is done.</summary>
/// <param name="Failures">Why it cannot be published; empty where it can.</param>
/// <param name="Dealers">Names of the dealers and partners whose jobs follow the layer, at most <see cref="ShownNames"/>.</param>
/// <param name="OutletCount">Active outlets, the dealers' included.</param>
/// <param name="Machines">Machines by model, those with most machines first.</param>
/// <param name="Jobs">Open jobs, or null where nobody counts them.</param>
/// <param name="Lost">Steps of lower layers that would no longer hold, or no longer at their place.</param>
/// <param name="EmptySections">Sections without a step.</param>
/// <param name="NotFlushed">Models with filter positions that no step flushes.</param>
internal sealed record PublishImpact(
    IReadOnlyList<FieldFailure> Failures,
    IReadOnlyList<string> Dealers,
    int DealerCount,
    int OutletCount,
    IReadOnlyList<ModelMachines> Machines,
    OpenJobs? Jobs,
    IReadOnlyList<LostStep> Lost,
    IReadOnlyList<ProcedureSection> EmptySections,
    IReadOnlyList<UnflushedModel> NotFlushed)
{
    public const int ShownNames = 8;

    public int MachineCount => Machines.Sum(model => model.Count);
}

internal sealed record ModelMachines(ModelSummary Model, int Count);

internal sealed record UnflushedModel(string Model, IReadOnlyList<int> Positions);

/// <summary>A step of a lower layer that a draft would displace.</summary>
internal sealed record LostStep(string Owner, LocalText Title, PartOutcome Outcome);
