using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Devices.Models;

namespace ServicePlatform.Devices.Filters;

/// <summary>Puts filters in and changes them; each change is a new link of its position's chain.</summary>
internal sealed class FilterChain(ISiteDb db, SiteDays days)
{
    /// <summary>Fills the positions of the machine's model that hold none yet. True where any was filled.</summary>
    public async Task<bool> FillAsync(Machine machine, Guid? visitId, DateTime at, CancellationToken cancellationToken)
    {
        var places = await PlacesAsync(machine, cancellationToken);
        var taken = await db.List<InstalledFilter>().Where(filter => filter.MachineId == machine.Id)
            .Select(filter => filter.Position).Distinct().ToListAsync(cancellationToken);
        var change = new FilterChange(null, visitId, at, days.Of(at));
        var empty = places.Where(place => !taken.Contains(place.Position)).ToList();
        db.Set<InstalledFilter>().AddRange(empty.Select(place => InstalledFilter.First(machine.Id, place, change)));
        return empty.Count > 0;
    }

    /// <summary>
    /// Changes the filter at a position, or fills an empty position of the model. Saying the same change of the same visit
    /// again does nothing.
    /// </summary>
    public async Task<Result<FilterOutcome>> ChangeAsync(Machine machine, int position, string? serial, Guid? visitId, DateTime at, CancellationToken cancellationToken)
    {
        var number = SerialNumber.Parse(serial);
        if (number is null && !string.IsNullOrWhiteSpace(serial))
        {
            return Failure.Invalid("Serial", "devices.serial-unreadable");
        }

        var place = (await PlacesAsync(machine, cancellationToken)).FirstOrDefault(known => known.Position == position);
        var current = await db.Set<InstalledFilter>()
            .FirstOrDefaultAsync(filter => filter.MachineId == machine.Id && filter.CurrentPosition == position, cancellationToken);
        var change = new FilterChange(number, visitId, at, days.Of(at));
        if (current is null)
        {
            if (place is null)
            {
                return Failure.Invalid("Position", "devices.position-unknown", position);
            }

            var first = InstalledFilter.First(machine.Id, place, change);
            db.Set<InstalledFilter>().Add(first);
            return new FilterOutcome(null, first);
        }

        if (visitId is not null && current.VisitId == visitId && current.InstalledAt == at)
        {
            return new FilterOutcome(current, current);
        }

        if (at <= current.InstalledAt)
        {
            return Failure.Conflict("devices.change-before-current", position, current.InstalledOn);
        }

        var next = current.ReplaceBy(place, change);

        // The old filter gives its place up before the new one takes it; otherwise the unique index refuses the pair.
        await db.SaveAsync(cancellationToken);
        db.Set<InstalledFilter>().Add(next);
        return new FilterOutcome(current, next);
    }

    private async Task<IReadOnlyList<ModelFilter>> PlacesAsync(Machine machine, CancellationToken cancellationToken) =>
        machine.ModelId is { } modelId
            ? await db.List<ModelFilter>().Where(place => place.ModelId == modelId).OrderBy(place => place.Position).ToListAsync(cancellationToken)
            : [];
}

/// <summary>The filter before a change and after it; the same where the change was already known.</summary>
internal sealed record FilterOutcome(InstalledFilter? Before, InstalledFilter After)
{
    public bool IsRepeat => Before is not null && Before.Id == After.Id;
}
