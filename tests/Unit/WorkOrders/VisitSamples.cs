using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.UnitTests.WorkOrders;

/// <summary>A visit at work with a short procedure.</summary>
internal static class VisitSamples
{
    public static readonly DateTime Start = new(2026, 11, 22, 2, 0, 0, DateTimeKind.Utc);

    public static readonly Guid Machine = Guid.NewGuid();

    public static Visit Planned(params string[] jobTypes)
    {
        var visit = new Visit
        {
            Number = "VI-2611-000001",
            OrderId = Guid.NewGuid(),
            HolderPath = "/hq/a/",
            JobType = JobTypes.Install,
            CategoryCode = "water-purifier",
            CreatedAt = Start.AddHours(-5),
            MachineId = Machine,
        };
        var number = 0;
        foreach (var jobType in jobTypes.DefaultIfEmpty(JobTypes.Install))
        {
            visit.Take(Guid.NewGuid(), ++number, number == 1 ? Machine : Guid.NewGuid(), jobType);
        }

        visit.Confirm(Start.AddHours(-4)).ShouldBeNull();
        return visit;
    }

    public static Visit Arrived(Visit visit)
    {
        visit.SetOut(Start.AddHours(-1)).ShouldBeNull();
        visit.Arrive(new Arrival(ArrivalOutcome.Validated, null, null, null, false), Start.AddMinutes(-5)).ShouldBeNull();
        return visit;
    }

    public static Visit Working(params ResolvedStep[] steps)
    {
        var visit = Arrived(Planned());
        visit.BeginWork("install", new LocalText("安装", "Installation"), Steps(visit, steps), Start).ShouldBeNull();
        return visit;
    }

    public static List<VisitStep> Steps(Visit visit, params ResolvedStep[] steps)
    {
        var all = new List<VisitStep>();
        foreach (var line in visit.Lines)
        {
            all.AddRange(steps.Select(step => VisitStep.From(step, visit.Id, line, all.Count + 1, null)).ToList());
        }

        return all;
    }

    public static ResolvedStep Step(int order, string code, ProcedureSection section, StepKind kind, bool isMandatory = true) => new(
        order, code, section, kind, "Step " + code, null, isMandatory, null, null, null, null, null, null, null,
        new Provenance("brand", "Aqua", Guid.NewGuid(), 1));

    public static ResolvedStep Pressure() => Step(1, "pressure", ProcedureSection.Workplace, StepKind.Reading) with
    {
        Reading = ReadingKind.InletPressure, Unit = "MPa", Minimum = 0.1, Maximum = 0.4,
    };

    public static ResolvedStep Flush(int order, int position, int minutes) =>
        Step(order, "flush-" + position, ProcedureSection.Commissioning, StepKind.Flush) with { FlushPosition = position, MinimumMinutes = minutes };

    /// <summary>A picture of no step in particular.</summary>
    public static void Photograph(this Visit visit) =>
        visit.AddPhoto(new VisitPhoto { VisitId = visit.Id, FileId = Guid.NewGuid(), TakenAt = Start, ReceivedAt = Start, Sha256 = "" }, Start);

    public static ServicePlatform.Commands.Failure? Do(this Visit visit, string code, double? value = null, string? text = null, int? minutes = null) =>
        visit.DoStep(code, value, text, minutes, Start.AddMinutes(10), Start.AddMinutes(10));
}
