using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Devices.Models;

namespace ServicePlatform.Devices.Filters;

/// <summary>Puts filters in and changes them; each change is a new link of its position's chain.</summary>
internal sealed class FilterChain(ISiteDb db, SiteDays days)
{
    /// <summary>Fills all positions of a machine that is being registered.</summary>
    public IReadOnlyList<InstalledFilter> Start(Machine machine, Model? model, DateTime at)
    {
        var change = new FilterChange(null, null, at, days.Of(at));
        List<InstalledFilter> first = [.. (model?.Filters ?? []).Select(place => InstalledFilter.First(machine.Id, place, change))];
        db.Set<InstalledFilter>().AddRange(first);
        return first;
    }

    /// <summary>Fills the positions of the machine's model that hold none yet. True where any was filled.</summary>
    public async Task<bool> FillAsync(Machine machine, Guid? visitId, DateTime at, CancellationToken cancellationToken)
    {
        var places = await PlacesAsync(machine, cancellationToken);
        var last = (await db.Set<InstalledFilter>().Where(filter => filter.MachineId == machine.Id && filter.NextId == null)
            .ToListAsync(cancellationToken)).ToLookup(filter => filter.Position);
        var change = new FilterChange(null, visitId, at, days.Of(at));
        var empty = places.Where(place => !last[place.Position].Any(filter => filter.CurrentPosition is not null)).ToList();
        foreach (var place in empty)
        {
            // A position that was given up when the model was corrected holds again what it held.
            if (last[place.Position].FirstOrDefault() is { } given)
            {
                given.PutBack(place);
                continue;
            }

            db.Set<InstalledFilter>().Add(InstalledFilter.First(machine.Id, place, change));
        }

        return empty.Count > 0;
    }

    /// <summary>
    /// Brings what stands in machines in step with their model: parts and lives are the model's; a position that it does not have
    /// (any more) is given up.
    /// </summary>
    public static void Follow(IReadOnlyCollection<ModelFilter> places, IEnumerable<InstalledFilter> current, DateTime now)
    {
        var byPosition = places.ToDictionary(place => place.Position);
        foreach (var filter in current)
        {
            if (byPosition.TryGetValue(filter.Position, out var place))
            {
                filter.Take(place);
            }
            else
            {
                filter.GiveUp(now);
            }
        }
    }

    /// <summary>Model or installation day of a machine were corrected. What was put in with the machine follows both; later changes stand.</summary>
    public async Task CorrectAsync(Machine machine, bool isOtherModel, DateOnly? wasInstalledOn, DateTime now, CancellationToken cancellationToken)
    {
        // Those that were given up as well: they come back with the right day.
        var last = await db.Set<InstalledFilter>().Where(filter => filter.MachineId == machine.Id && filter.NextId == null).ToListAsync(cancellationToken);
        var current = last.Where(filter => filter.CurrentPosition is not null).ToList();
        if (isOtherModel && machine.ModelId is not null)
        {
            Follow(await PlacesAsync(machine, cancellationToken), current, now);
        }

        if (machine.InstalledOn is { } since && wasInstalledOn is { } before && since != before)
        {
            foreach (var filter in last.Where(filter => filter.PreviousId is null && filter.VisitId is null && filter.InstalledOn == before))
            {
                filter.MoveTo(days.MomentOf(since), since);
            }
        }
    }

    /// <summary>
    /// Changes the filter at a position, or fills an empty position of the model. Saying the same change again does nothing.
    /// A change that is learnt of late finds its place in the chain; what was put in after it stays in place.
    /// </summary>
    public async Task<Result<FilterOutcome>> ChangeAsync(Machine machine, int position, string? serial, Guid? visitId, DateTime at, CancellationToken cancellationToken)
    {
        var number = SerialNumber.Parse(serial);
        if (number is null && !string.IsNullOrWhiteSpace(serial))
        {
            return Failure.Invalid("Serial", "devices.serial-unreadable");
        }

        var place = (await PlacesAsync(machine, cancellationToken)).FirstOrDefault(known => known.Position == position);
        var chain = await db.Set<InstalledFilter>().Where(filter => filter.MachineId == machine.Id && filter.Position == position)
            .OrderBy(filter => filter.InstalledAt).ToListAsync(cancellationToken);
        if (place is null && chain.TrueForAll(filter => filter.CurrentPosition is null))
        {
            // The model has no such position, also where it once was thought to have one.
            return Failure.Invalid("Position", "devices.position-unknown", position);
        }

        // What the databases keep is whole microseconds.
        var moment = new DateTime(at.Ticks - (at.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
        if (chain.Find(filter => filter.InstalledAt == moment || (visitId is not null && filter.VisitId == visitId && moment < filter.InstalledAt)) is { } same)
        {
            same.NoteSerial(number);
            return new FilterOutcome(same, same);
        }

        return await LinkAsync(machine, chain, place, new FilterChange(number, visitId, moment, days.Of(moment)), cancellationToken);
    }

    private async Task<FilterOutcome> LinkAsync(Machine machine, List<InstalledFilter> chain, ModelFilter? place, FilterChange change, CancellationToken cancellationToken)
    {
        var before = chain.FindLast(filter => filter.InstalledAt < change.At);
        var after = chain.Find(filter => filter.InstalledAt > change.At);
        var added = (before, after) switch
        {
            (null, null) => InstalledFilter.First(machine.Id, place!, change),
            (null, _) => InstalledFilter.Before(after, place, change),
            (_, null) => before.ReplaceBy(place, change),
            _ => before.InsertBefore(after, place, change),
        };

        // The old filter gives its place up before the new one takes it; otherwise the unique index refuses the pair.
        await db.SaveAsync(cancellationToken);
        db.Set<InstalledFilter>().Add(added);
        return new FilterOutcome(before, added);
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
