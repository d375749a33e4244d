using ServicePlatform.Demo.Raw;

namespace ServicePlatform.Demo.Planning;

/// <summary>Finds the machine for a fault, and makes the plan of a job.</summary>
internal sealed class JobFactory(Scene scene, IReadOnlyList<MachinePlan> machines, Appointments appointments)
{
    private const int DaysInUse = 14;

    public Scene Scene => scene;

    public IReadOnlyList<MachinePlan> Machines => machines;

    /// <summary>
    /// A machine that the fault can happen to on the day, rather one without another job; a machine that is taken over gets its
    /// day of installation from it.
    /// </summary>
    public MachinePlan? Choose(Fault fault, DateOnly day, Func<MachinePlan, bool>? further = null)
    {
        var machine = machines.Where(candidate => candidate.IsFreeOn(day) && fault.Fits(candidate.Model) && further?.Invoke(candidate) != false)
            .Where(candidate => IsOldEnough(candidate, fault, day))
            .OrderBy(candidate => candidate.IsUsed ? 2 : candidate.IsArchived ? 0 : 1)
            .FirstOrDefault();
        if (machine is null)
        {
            return null;
        }

        machine.JobDays.Add(day);
        if (machine.IsArchived)
        {
            machine.InstalledOn ??= day.AddDays(-(fault.UsedDays ?? scene.Dice.Between(40, 170)));
        }

        return machine;
    }

    /// <summary>A job whose last visit lies on the day, or on the next free one.</summary>
    public JobPlan Past(Fault fault, MachinePlan machine, DateOnly day, Ending ending = Ending.Closed)
    {
        var outlet = machine.Customer.Outlets[0];
        var (technician, slot) = appointments.OnDay(outlet, day);
        return Make(fault, machine, ending, outlet, technician, slot, appointments.RequestBefore(slot));
    }

    public JobPlan Visited(Fault fault, MachinePlan machine, Ending ending, (TechnicianPlan Technician, Slot Slot) when) =>
        Make(fault, machine, ending, machine.Customer.Outlets[0], when.Technician, when.Slot, appointments.RequestBefore(when.Slot));

    /// <summary>A job without a visit yet that came in so many minutes before the last working moment.</summary>
    public JobPlan Waiting(Fault fault, MachinePlan machine, Ending ending, int minutesAgo) =>
        Make(fault, machine, ending, machine.Customer.Outlets[0], machine.Customer.Outlets[0].Technicians[0], null, scene.Time.WorkedAgo(minutesAgo));

    public (TechnicianPlan Technician, Slot Slot) FreeBefore(MachinePlan machine, Slot slot) => appointments.AtOrBefore(machine.Customer.Outlets[0], slot);

    public (TechnicianPlan Technician, Slot Slot) FreeAfter(MachinePlan machine, Slot slot) => appointments.AtOrAfter(machine.Customer.Outlets[0], slot);

    private JobPlan Make(
        Fault fault, MachinePlan machine, Ending ending, OutletPlan outlet, TechnicianPlan? technician, Slot? slot, DateTime start) => new()
    {
        Fault = fault,
        Customer = machine.Customer,
        Machine = machine,
        Ending = ending,
        Outlet = outlet,
        Technician = technician,
        Slot = slot,
        Start = start,
        OwnIntake = machine.Seller is not null && ending is Ending.Closed && Hours.Desk.Include(scene.Time.Local(start).TimeOfDay) && scene.Dice.Chance(50) ? outlet.Dealer : null,
    };

    private static bool IsOldEnough(MachinePlan machine, Fault fault, DateOnly day) => (machine.InstalledOn, fault.UsedDays) switch
    {
        (null, _) => machine.IsArchived,
        (_, not null) => false,
        ({ } installed, null) => day.DayNumber - installed.DayNumber >= DaysInUse,
    };
}
