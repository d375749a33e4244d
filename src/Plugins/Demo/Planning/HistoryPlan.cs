using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.Demo.Planning;

/// <summary>Everything that will have happened.</summary>
internal sealed record HistoryPlan(IReadOnlyList<CustomerPlan> Customers, IReadOnlyList<MachinePlan> Machines, IReadOnlyList<JobPlan> Jobs)
{
    public static HistoryPlan Make(Scene scene)
    {
        var customers = new CustomerPlanner(scene).Plan();
        var machines = new MachinePlanner(scene).Plan(customers);
        var factory = new JobFactory(scene, machines, new Appointments(scene));
        var orders = new PastPlanner(factory).Plan(scene.Input.Jobs - scene.Input.OpenJobs);
        orders.AddRange(new OpenPlanner(factory).Plan());
        DateMachines(scene, machines, orders);
        var requests = new RequestPlanner(scene, machines, orders).Plan().ToList();
        return new HistoryPlan(customers, machines, [.. orders, .. requests]);
    }

    /// <summary>When each machine was sold and registered: before its installation by us, or the day after it was installed by others.</summary>
    private static void DateMachines(Scene scene, List<MachinePlan> machines, List<JobPlan> orders)
    {
        var (time, dice) = (scene.Time, scene.Dice);
        var installations = orders.Where(job => job.Machine is not null && job.Fault.JobType == "install").ToDictionary(job => job.Machine!);
        foreach (var machine in machines)
        {
            if (installations.TryGetValue(machine, out var job))
            {
                machine.RegisteredAt = time.Utc(time.Day(job.Start).AddDays(-dice.Between(1, 5)), dice.Between(9.5, 17.5));
                machine.SoldOn = time.Day(machine.RegisteredAt);
                continue;
            }

            machine.InstalledOn ??= machine.Model is null ? null : time.Today.AddDays(-dice.Between(25, dice.Chance(75) ? 170 : 320));
            var known = machine.InstalledOn ?? time.Today.AddDays(-dice.Between(30, 200));
            machine.RegisteredAt = time.Utc(known.AddDays(1), dice.Between(9.5, 17.5));
            machine.SoldOn = machine.Channel == SaleChannel.Unknown ? null : known.AddDays(-dice.Between(2, 9));
        }
    }
}
