using ServicePlatform.WorkOrders.Visits.Queries;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>What the technician's page asks for now.</summary>
internal enum VisitPart
{
    /// <summary>Where, who, what to bring; the next act is one button.</summary>
    Overview,
    Step,
    Sign,
    Finish,
    NobodyHome,
    Incomplete,
    Photo,
    Filters,
}

/// <param name="Step">The step that is asked for, where the part is a step.</param>
internal sealed record VisitScreen(FieldVisit Visit, VisitPart Part, StepView? Step)
{
    /// <summary>Earliest time of the next act, UTC: the last one.</summary>
    public DateTime Earliest =>
        Visit.Visit.EndedAt ?? Visit.Visit.WorkStartedAt ?? Visit.Visit.ArrivedAt ?? Visit.Visit.TravelStartedAt ?? Visit.Visit.CreatedAt;

    public bool Allows(FieldAction action) => Visit.Actions.Any(view => view.Action == action && view.IsAllowed);

    /// <summary>Steps before this one that were left out because they are optional.</summary>
    public IEnumerable<StepView> LeftOut => Visit.Visit.Steps.Where(step => step is { IsMandatory: false, DoneAt: null } && step.Order < (Step?.Order ?? int.MaxValue));

    /// <param name="stepCode">A step that is wished for; null for the next one.</param>
    /// <param name="part">A part that is wished for, by its name in the address.</param>
    public static VisitScreen Of(FieldVisit visit, string? stepCode, string? part)
    {
        var wished = stepCode is null ? null : visit.Visit.Steps.FirstOrDefault(step => step.Code == stepCode);
        var asked = ListInput.Tab<VisitPart>(part);
        return (asked, wished) switch
        {
            ({ } known, null) when IsOpen(visit, known) => new(visit, known, null),
            (_, { } step) when visit.NextStep is not null || visit.Actions.Any(view => view is { Action: FieldAction.ChangeFilter, IsAllowed: true }) =>
                new(visit, VisitPart.Step, step),
            _ => Next(visit),
        };
    }

    private static VisitScreen Next(FieldVisit visit)
    {
        if (visit.NextStep is { } code)
        {
            return new(visit, VisitPart.Step, visit.Visit.Steps.First(step => step.Code == code));
        }

        return new(visit, visit.Next switch { FieldAction.Sign => VisitPart.Sign, FieldAction.Finish => VisitPart.Finish, _ => VisitPart.Overview }, null);
    }

    private static bool IsOpen(FieldVisit visit, VisitPart part)
    {
        FieldAction? needed = part switch
        {
            VisitPart.Sign => FieldAction.Sign,
            VisitPart.Finish => FieldAction.Finish,
            VisitPart.NobodyHome => FieldAction.NobodyHome,
            VisitPart.Incomplete => FieldAction.LeaveIncomplete,
            VisitPart.Photo => FieldAction.AddPhoto,
            VisitPart.Filters => FieldAction.ChangeFilter,
            _ => null,
        };
        return part == VisitPart.Overview || visit.Actions.Any(view => view.Action == needed && view.IsAllowed);
    }
}
