using System.Globalization;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Timelines;

namespace ServicePlatform.Devices.Filters;

/// <summary>What follows from a filter change: new due dates, and an entry in the machine's history.</summary>
internal sealed class FilterChangeEffects(DueDates dueDates, ITimeline timeline)
{
    public async Task OfChangeAsync(Machine machine, FilterOutcome outcome, CancellationToken cancellationToken)
    {
        await dueDates.RecomputeAsync([machine], cancellationToken);
        timeline.Add(
            machine.Subject,
            "devices.filter-changed",
            outcome.After.Position.ToString(CultureInfo.InvariantCulture),
            outcome.After.Name,
            outcome.After.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
