namespace ServicePlatform.Demo.Planning;

/// <summary>Finds a technician who is free, and a time at which the customer had asked.</summary>
internal sealed class Appointments(Scene scene)
{
    private const int LeastMinutesBefore = 150;

    /// <summary>The work at the customer's takes up to two hours more, and is to be done within a day.</summary>
    private const int MostMinutesBefore = 1240;

    /// <summary>What the slowest way from a request to an appointment takes.</summary>
    private const int MinutesToBook = 215;

    private const int MostDraws = 200;

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

    /// <summary>
    /// When the request for a visit came in: within a day before it, in the evening and early in the morning too, but early enough
    /// for those who book it, who are at work by day only.
    /// </summary>
    public DateTime RequestBefore(Slot slot)
    {
        var (time, dice, visit) = (scene.Time, scene.Dice, slot.From(scene.Time));
        var latest = time.LastWork < visit ? time.LastWork : visit;
        for (var draw = 0; draw < MostDraws; draw++)
        {
            var at = visit.AddMinutes(-dice.Between(LeastMinutesBefore, MostMinutesBefore));
            if (dice.Chance(Likely(time.Local(at).TimeOfDay.TotalHours)) && time.Worked(at, latest) >= MinutesToBook)
            {
                return at;
            }
        }

        // Nobody could have booked the visit within a day of the request.
        return time.Utc(time.Day(latest).AddDays(-1), dice.Between(9.0, 15.0));
    }

    /// <summary>How likely a request is at an hour of the day, in percent of the busiest.</summary>
    private static int Likely(double hour) => hour switch
    {
        < 6 or >= 23 => 4,
        < 8 => 35,
        < 18 => 100,
        < 21 => 80,
        _ => 40,
    };

    private TechnicianPlan? Take(OutletPlan outlet, Slot slot) =>
        outlet.Technicians.FirstOrDefault(technician => scene.Calendar.TryTake(technician.Id, slot));
}
