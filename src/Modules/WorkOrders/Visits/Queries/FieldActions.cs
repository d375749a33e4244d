using ServicePlatform.Commands;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Queries;

namespace ServicePlatform.WorkOrders.Visits.Queries;

/// <summary>What the technician can do at a visit now, and the one thing to do next.</summary>
internal static class FieldActions
{
    public static IReadOnlyList<ActionView<FieldAction>> Of(Visit visit) =>
    [
        View(FieldAction.StartTravel, To(visit, VisitState.EnRoute)),
        View(FieldAction.ConfirmArrival, To(visit, VisitState.Arrived)),
        View(FieldAction.StartWork, To(visit, VisitState.Working)),
        View(FieldAction.AddPhoto, visit.CanAddPhoto(null, DateTime.MaxValue)),
        View(FieldAction.ChangeFilter, visit.State != VisitState.Working ? WrongState(visit) : visit.SignedAt is null ? null : Failure.Conflict("orders.step-signed")),
        View(FieldAction.Sign, visit.CanSign()),
        View(FieldAction.Finish, visit.CanFinish()),
        View(FieldAction.NobodyHome, To(visit, VisitState.NobodyHome)),
        View(FieldAction.LeaveIncomplete, To(visit, VisitState.Incomplete)),
    ];

    /// <summary>Null where a step is next, or where the visit has ended.</summary>
    public static FieldAction? Next(Visit visit) => visit.State switch
    {
        VisitState.Confirmed => FieldAction.StartTravel,
        VisitState.EnRoute => FieldAction.ConfirmArrival,
        VisitState.Arrived => FieldAction.StartWork,
        VisitState.Working when visit.CanFinish() is null => FieldAction.Finish,
        VisitState.Working when NextStep(visit) is null && visit.SignedAt is null => FieldAction.Sign,
        _ => null,
    };

    /// <summary>The first mandatory step that can be done now; signing is an act of its own.</summary>
    public static VisitStep? NextStep(Visit visit)
    {
        if (visit.State != VisitState.Working)
        {
            return null;
        }

        return visit.Steps.Where(step => step.IsMandatory && !step.IsDone && step.Kind != Playbooks.Contracts.StepKind.Signature && visit.BlockedBy(step) is null)
            .MinBy(step => step.Order);
    }

    private static ActionView<FieldAction> View(FieldAction action, Failure? why) => new(action, true, why);

    private static Failure? To(Visit visit, VisitState to) => VisitStates.Table.Allows(visit.State, to) ? null : WrongState(visit);

    private static Failure WrongState(Visit visit) => Failure.Conflict("orders.visit-is-" + Words.Kebab(visit.State.ToString()));
}
