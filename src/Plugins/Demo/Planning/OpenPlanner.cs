using ServicePlatform.Demo.Raw;

namespace ServicePlatform.Demo.Planning;

/// <summary>The jobs that stand open at set-up, so that every list has something to say.</summary>
internal sealed class OpenPlanner(JobFactory factory)
{
    private const string Repair = "repair";
    private const string Filter = "filter-change";
    private const string Install = "install";
    private const string Relocation = "relocation";

    /// <summary>A small site gets the first of these.</summary>
    private static readonly (Ending Ending, string JobType)[] Wanted =
    [
        (Ending.Pending, Repair), (Ending.Assigned, Filter), (Ending.Accepted, Repair), (Ending.Confirmed, Filter), (Ending.Working, Repair),
        (Ending.WorkDone, Filter), (Ending.UnderReview, Repair), (Ending.AwaitingPart, Repair), (Ending.Confirmed, Install),
        (Ending.EnRoute, Repair), (Ending.Arrived, Filter), (Ending.Pending, Install), (Ending.RefusedOnce, Repair), (Ending.RefusedTwice, Repair),
        (Ending.Assigned, Install), (Ending.Assigned, Repair), (Ending.AssignedLong, Filter), (Ending.AcceptedAndBooked, Relocation),
        (Ending.AcceptedAndBooked, Install), (Ending.Named, Repair), (Ending.Proposed, Filter), (Ending.NobodyHome, Filter),
        (Ending.CustomerAsked, Repair), (Ending.SentBack, Repair), (Ending.Confirmed, Repair), (Ending.Confirmed, Repair), (Ending.Confirmed, Filter),
        (Ending.Confirmed, Repair), (Ending.Confirmed, Repair), (Ending.Working, Filter), (Ending.WorkDone, Repair), (Ending.WorkDone, Repair),
        (Ending.WorkDone, Filter), (Ending.WorkDone, Repair), (Ending.UnderReview, Filter),
    ];

    private readonly Dictionary<string, int> _told = new(StringComparer.Ordinal);

    private Scene Scene => factory.Scene;

    private WorkingTime Time => Scene.Time;

    public List<JobPlan> Plan()
    {
        var wanted = Wanted.Take(Scene.Input.OpenJobs).ToList();
        return [.. FullDay(wanted), .. wanted.Select((row, at) => Job(row.Ending, row.JobType, at))];
    }

    /// <summary>One technician of the busiest outlet has a visit in every slot of today: some done, one under way, some to come.</summary>
    private List<JobPlan> FullDay(List<(Ending Ending, string JobType)> wanted)
    {
        var outlet = Scene.Roster.Outlets.MaxBy(candidate => candidate.Technicians.Count)!;
        var jobs = new List<JobPlan>();
        for (var index = 0; index < Scene.Input.FullDay; index++)
        {
            var slot = new Slot(Time.Today, index);
            var ending = slot.Until(Time) <= Time.LastWork ? Ending.WorkDone : slot.From(Time) < Time.LastWork.AddMinutes(-45) ? Ending.Working : Ending.Confirmed;
            var place = wanted.FindIndex(row => row.Ending == ending && row.JobType is Repair or Filter);
            if (place < 0 || !Scene.Calendar.TryTake(outlet.Technicians[0].Id, slot))
            {
                continue;
            }

            var (fault, machine) = Choose(wanted[place].JobType, slot.Day, candidate => candidate.Customer.Outlets[0] == outlet);
            jobs.Add(factory.Visited(fault, machine, ending, (outlet.Technicians[0], slot)));
            wanted.RemoveAt(place);
        }

        return jobs;
    }

    private JobPlan Job(Ending ending, string jobType, int at)
    {
        var current = Slot.At(Time.LastWork, Time);
        var (fault, machine) = Choose(jobType, Time.Today, candidate => ending is not (Ending.EnRoute or Ending.Arrived or Ending.Working) || HasSomebody(candidate, current));
        return ending switch
        {
            Ending.Pending => factory.Waiting(fault, machine, ending, 12 + (at * 2)),
            Ending.RefusedOnce => factory.Waiting(fault, machine, ending, 105),
            Ending.RefusedTwice => factory.Waiting(fault, machine, ending, 250),
            Ending.Assigned => factory.Waiting(fault, machine, ending, 25 + (at * 3)),
            Ending.AssignedLong => factory.Waiting(fault, machine, ending, 310),
            Ending.Accepted => factory.Waiting(fault, machine, ending, 75),
            Ending.Named => factory.Waiting(fault, machine, ending, 95),
            Ending.CustomerAsked => factory.Waiting(fault, machine, ending, 200),
            Ending.AcceptedAndBooked or Ending.Proposed or Ending.Confirmed =>
                factory.Visited(fault, machine, ending, factory.FreeAfter(machine, at % 2 == 0 ? current.Next.Next : new Slot(Time.Today.AddDays(1), at % 5))),
            Ending.EnRoute or Ending.Arrived or Ending.Working => factory.Visited(fault, machine, ending, factory.FreeBefore(machine, current)),
            Ending.WorkDone => factory.Visited(fault, machine, ending, factory.FreeBefore(machine, current.Previous)),
            Ending.NobodyHome => factory.Visited(fault, machine, ending, factory.FreeBefore(machine, current.Previous)),
            Ending.SentBack => factory.Visited(fault, machine, ending, factory.FreeBefore(machine, new Slot(Time.Today.AddDays(-3), 2))),
            _ => factory.Visited(fault, machine, ending, factory.FreeBefore(machine, new Slot(Time.Today.AddDays(-1), 3))),
        };
    }

    private bool HasSomebody(MachinePlan machine, Slot slot) =>
        machine.Customer.Outlets[0].Technicians.Any(technician => Scene.Calendar.IsFree(technician.Id, slot));

    private (Fault Fault, MachinePlan Machine) Choose(string jobType, DateOnly day, Func<MachinePlan, bool>? further)
    {
        // A membrane is not due on a machine that nobody has serviced for years; the frost is over.
        var faults = Scene.Material.Faults
            .Where(fault => fault.JobType == jobType && fault.UsedDays is not > 430 && fault.Code is not ("no-water-frozen" or "leak-sunday" or "water-test"))
            .OrderBy(fault => _told.GetValueOrDefault(fault.Code));
        foreach (var fault in faults)
        {
            var machine = jobType == Install ? ToInstall(fault) : factory.Choose(fault, day, further);
            if (machine is not null)
            {
                _told[fault.Code] = _told.GetValueOrDefault(fault.Code) + 1;
                return (fault, machine);
            }
        }

        return jobType == Repair ? throw new HistoryException($"No machine is left for a job of the kind '{jobType}'.") : Choose(Repair, day, further);
    }

    private MachinePlan? ToInstall(Fault fault)
    {
        var machine = factory.Machines.FirstOrDefault(candidate => candidate is { IsUsed: false, IsArchived: true, InstalledOn: null } && fault.Fits(candidate.Model));
        if (machine is not null)
        {
            machine.JobDays.Add(Time.Today);
            machine.HasInstallJob = true;
        }

        return machine;
    }
}
