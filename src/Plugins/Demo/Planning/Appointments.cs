namespace ServicePlatform.Demo.Planning;

/// <summary>Finds a technician who is free, and a time at which the customer had asked.</summary>
internal sealed class Appointments(Scene scene)
{
    /// <summary>A free slot of the outlet on the day or, where all are taken, on the next days before the set-up.</summary>
    public (TechnicianPlan Technician, Slot Slot) OnDay(OutletPlan outlet, DateOnly day)
    {
        for (var slot = new Slot(day, scene.Dice.Between(0, Slot.Starts.Count - 1)); ; slot = slot.Next)
        {
            if (Take(outlet, slot) is { } technician)
            {
                return (technician, slot);
            }
        }
    }

    /// <summary>The slot itself, or the first free one before it.</summary>
    public (TechnicianPlan Technician, Slot Slot) AtOrBefore(OutletPlan outlet, Slot wanted)
    {
        for (var slot = wanted; ; slot = slot.Previous)
        {
            if (Take(outlet, slot) is { } technician)
            {
                return (technician, slot);
            }
        }
    }

    /// <summary>The slot itself, or the first free one after it.</summary>
    public (TechnicianPlan Technician, Slot Slot) AtOrAfter(OutletPlan outlet, Slot wanted)
    {
        for (var slot = wanted; ; slot = slot.Next)
        {
            if (Take(outlet, slot) is { } technician)
            {
                return (technician, slot);
            }
        }
    }

    /// <summary>When the request for a visit came in: some hours before, while somebody was there, and early enough to be booked by now.</summary>
    public DateTime RequestBefore(Slot slot, bool isLate)
    {
        var (time, dice) = (scene.Time, scene.Dice);
        var latest = time.LastWork.AddMinutes(-dice.Between(110, 200));
        var at = slot.From(time).AddMinutes(-dice.Between(isLate ? 1900 : 240, isLate ? 3300 : 1140));
        at = at < latest ? at : latest;
        var local = time.Local(at);
        var day = DateOnly.FromDateTime(local);

        // What comes in late in the day is not booked before the next morning's first visit.
        return local.TimeOfDay.TotalHours switch
        {
            < 8.25 => time.Utc(day.AddDays(-1), dice.Between(9.0, 16.0)),
            > 16 => time.Utc(day, dice.Between(9.0, 16.0)),
            _ => at,
        };
    }

    private TechnicianPlan? Take(OutletPlan outlet, Slot slot) =>
        outlet.Technicians.FirstOrDefault(technician => scene.Calendar.TryTake(technician.Id, slot));
}
