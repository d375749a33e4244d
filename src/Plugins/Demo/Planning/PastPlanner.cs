using ServicePlatform.Demo.Raw;

namespace ServicePlatform.Demo.Planning;

/// <summary>The jobs that have ended: installations, the filter changes that follow from them, repairs, and some that came to nothing.</summary>
internal sealed class PastPlanner(JobFactory factory)
{
    /// <summary>Ages in days of the machines whose filters have been changed since: the membrane after two years and more, the others after one.</summary>
    private static readonly int[] Oldest = [872, 861, 796, 781];

    private static readonly int[] Older = [532, 476, 447, 418, 402, 387];

    private static readonly string[] Repairs =
    [
        "leak-joint", "low-flow-pre", "no-water-solenoid", "no-water-pump", "noise-hammer", "error-e1", "taste-chlorine", "leak-faucet",
        "noise-start", "error-e2", "alarm-leak-sensor", "low-flow-restrictor", "lock-battery", "heater-slow", "leak-tank", "water-test", "error-e4", "taste-scale",
    ];

    private static readonly Twist[] Twists =
    [
        Twist.None, Twist.LateBooking, Twist.None, Twist.NobodyHome, Twist.None, Twist.LateDispatch, Twist.TooFar, Twist.None, Twist.AwaitingPart, Twist.None,
        Twist.None, Twist.None, Twist.Moved, Twist.NoFix, Twist.None, Twist.Refused, Twist.None, Twist.SentBack, Twist.Offline, Twist.Waited,
        Twist.None, Twist.Inaccurate,
    ];

    private Scene Scene => factory.Scene;

    public List<JobPlan> Plan(int count)
    {
        var jobs = Installations(count / 2);
        var failing = count >= 40 ? [Ending.Cancelled, Ending.Cancelled, Ending.Cancelled, Ending.Unfixable, Ending.Voided] : new List<Ending> { Ending.Cancelled };
        jobs.AddRange(FilterChanges());
        for (var at = 0; jobs.Count < count - failing.Count; at++)
        {
            jobs.AddRange(Repair(at));
        }

        foreach (var (ending, at) in failing.Select((ending, at) => (ending, at)))
        {
            jobs.Add(Failing(ending, at));
        }

        Entangle(jobs);
        return jobs;
    }

    private List<JobPlan> Installations(int count)
    {
        var machines = factory.Machines.Where(machine => machine.Model is not null && InstallFault(machine.Model) is not null).ToList();
        var osmosis = machines.Where(machine => machine.Model!.Type == "reverse-osmosis").Take(count >= 20 ? Oldest.Length + Older.Length : 2);
        var old = Scene.Dice.Shuffle(osmosis);
        var young = Scene.Dice.Shuffle(machines.Except(old)).Take(count - old.Count).ToList();
        var ages = count >= 20 ? [.. Oldest, .. Older] : new[] { Oldest[0], Older[3] };
        return [.. old.Select((machine, at) => Installation(machine, ages[at])), .. young.Select((machine, at) => Installation(machine, 3 + (at * at * 6 / 10)))];
    }

    private JobPlan Installation(MachinePlan machine, int age)
    {
        machine.HasInstallJob = true;
        var job = factory.Past(InstallFault(machine.Model!)!, machine, Scene.Time.Today.AddDays(-age));
        machine.InstalledOn = job.Slot!.Value.Day;
        return job;
    }

    private Fault? InstallFault(ModelRow model)
    {
        var fitting = Scene.Material.Faults.Where(fault => fault.JobType == "install" && fault.Fits(model)).ToList();
        return fitting.Count > 1 && Scene.Dice.Chance(15) ? fitting[1] : fitting.FirstOrDefault();
    }

    /// <summary>On the day that the texts of the change speak of; a machine of more than two years has had both.</summary>
    private IEnumerable<JobPlan> FilterChanges()
    {
        var today = Scene.Time.Today;
        foreach (var machine in factory.Machines.Where(machine => machine.HasInstallJob && machine.InstalledOn <= today.AddDays(-380)).ToList())
        {
            var codes = machine.InstalledOn > today.AddDays(-700) ? ["filter-annual"]
                : machine.InstalledOn > today.AddDays(-830) ? new[] { "filter-annual", "filter-full" } : ["filter-annual", "alarm-tds"];
            foreach (var fault in codes.Select(Scene.Material.Fault))
            {
                var day = machine.InstalledOn!.Value.AddDays(fault.UsedDays!.Value);
                machine.JobDays.Add(day);
                yield return factory.Past(fault, machine, day);
            }
        }
    }

    private IEnumerable<JobPlan> Repair(int at)
    {
        var day = Scene.Time.Today.AddDays(-(4 + (at * 5) + Scene.Dice.Between(0, 3)));
        var fault = Scene.Material.Fault(Repairs[at % Repairs.Length]);
        if (factory.Choose(fault, day) is { } machine)
        {
            yield return factory.Past(fault, machine, day);
        }
    }

    private JobPlan Failing(Ending ending, int at)
    {
        var day = Scene.Time.Today.AddDays(-(6 + (at * 9)));
        foreach (var fault in new[] { "error-app", "noise-pump", "error-e4", "leak-joint", "leak-faucet", "lock-battery", "heater-slow" }.Select(Scene.Material.Fault))
        {
            if (factory.Choose(fault, day) is { } machine)
            {
                return factory.Past(fault, machine, day, ending);
            }
        }

        throw new HistoryException("No machine is left for a job that comes to nothing.");
    }

    private static void Entangle(List<JobPlan> jobs)
    {
        foreach (var (job, at) in jobs.Where(job => job.Ending == Ending.Closed).OrderBy(job => job.Start).Select((job, at) => (job, at)))
        {
            var twist = Twists[at % Twists.Length];
            job.Twist = twist switch
            {
                Twist.AwaitingPart when job.Fault.Part is null || job.Fault.JobType != "repair" => Twist.None,

                // Work that is sent back is done again; filters and installations are not.
                Twist.SentBack when job.Fault.JobType != "repair" || job.Fault.FilterKinds.Count > 0 => Twist.None,
                Twist.Refused when job.Customer.Outlets.Count < 2 => Twist.Waited,
                Twist.NoFix or Twist.Offline or Twist.TooFar or Twist.Inaccurate or Twist.None => twist,
                _ when job.OwnIntake is not null => Twist.None,
                _ => twist,
            };
        }
    }
}
