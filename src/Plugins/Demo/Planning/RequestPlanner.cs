using ServicePlatform.Demo.Raw;

namespace ServicePlatform.Demo.Planning;

/// <summary>Requests that become no order: solved on the phone, turned down, made twice; and those that have just come in.</summary>
internal sealed class RequestPlanner(Scene scene, IReadOnlyList<MachinePlan> machines, IReadOnlyList<JobPlan> orders)
{
    private const string Anywhere = "noise-drain";
    private const int DaysInUse = 10;

    private static readonly (Ending Ending, string Fault)[] Wanted =
    [
        (Ending.New, "low-flow-pre"), (Ending.Triaged, "noise-pump"), (Ending.SolvedAndClosed, "no-water-valve"), (Ending.New, "alarm-filter"),
        (Ending.New, "leak-housing"), (Ending.New, "error-e2"), (Ending.Triaged, "taste-cloudy"), (Ending.Triaged, "noise-drain"),
        (Ending.Solved, "alarm-reset"), (Ending.SolvedAndClosed, "no-water-valve"), (Ending.Rejected, "leak-housing"), (Ending.RejectedAndClosed, "filter-annual"),
        (Ending.Duplicate, "no-water-solenoid"), (Ending.DuplicateAndClosed, "leak-joint"),
    ];

    public IEnumerable<JobPlan> Plan() => Wanted.Take(scene.Input.OpenJobs >= 20 ? Wanted.Length : 4).Select(Make);

    private JobPlan Make((Ending Ending, string Fault) row, int at)
    {
        var original = row.Ending is Ending.Duplicate or Ending.DuplicateAndClosed ? Original(row.Ending) : null;
        var start = original?.Start.AddHours(3) ?? Start(row.Ending, at);
        var (fault, machine) = original is null ? Choose(row.Fault, scene.Time.Day(start)) : (original.Fault, original.Machine!);
        var phrases = scene.Material.Phrases;
        return new JobPlan
        {
            Fault = fault,
            Customer = machine.Customer,
            Machine = row.Ending is Ending.Rejected or Ending.RejectedAndClosed ? null : machine,
            Ending = row.Ending,
            Outlet = machine.Customer.Outlets[0],
            Start = start,
            Original = original,
            Report = row.Ending switch
            {
                Ending.Rejected => scene.Say(phrases.RejectedReports[0]),
                Ending.RejectedAndClosed => scene.Say(phrases.RejectedReports[1]),
                Ending.Duplicate or Ending.DuplicateAndClosed => scene.Say(phrases.AsksAgain[row.Ending == Ending.Duplicate ? 0 : 1]),
                _ => null,
            },
        };
    }

    /// <summary>New ones in the last hour, whatever the time of day; the portal never closes.</summary>
    private DateTime Start(Ending ending, int at) => ending switch
    {
        Ending.New => scene.Time.Now.AddMinutes(-4 - (at * 9)),
        Ending.Triaged => scene.Time.WorkedAgo(25 + (at * 4)),
        Ending.Solved => scene.Time.WorkedAgo(170),
        Ending.Rejected => scene.Time.WorkedAgo(220),
        _ => scene.Time.Utc(scene.Time.Today.AddDays(-2 - (at * 3)), 10.4),
    };

    /// <summary>The fault, or another one where the site has no machine that it happens to.</summary>
    private (Fault Fault, MachinePlan Machine) Choose(string code, DateOnly day)
    {
        foreach (var fault in new[] { code, Anywhere }.Select(scene.Material.Fault))
        {
            var machine = machines.Where(candidate => candidate.InstalledOn <= day.AddDays(-DaysInUse) && fault.Fits(candidate.Model))
                .OrderBy(candidate => candidate.IsFreeOn(day) ? 0 : 1).ThenBy(candidate => candidate.JobDays.Count).FirstOrDefault();
            if (machine is not null)
            {
                machine.JobDays.Add(day);
                return (fault, machine);
            }
        }

        throw new HistoryException($"No machine is left for a request of the kind '{code}'.");
    }

    private JobPlan Original(Ending ending) => ending == Ending.Duplicate
        ? orders.First(order => order.Ending == Ending.AssignedLong)
        : orders.First(order => order is { Ending: Ending.Closed, Twist: Twist.LateBooking or Twist.None });
}
