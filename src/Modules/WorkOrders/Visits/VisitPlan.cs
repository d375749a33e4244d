using ServicePlatform.Commands;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Visits;

/// <summary>Before the technician sets out, and how a plan falls through.</summary>
internal sealed partial class Visit
{
    public Failure? Confirm(DateTime now)
    {
        if (Move(VisitState.Confirmed, now) is { } failure)
        {
            return failure;
        }

        ConfirmedAt = now;
        return null;
    }

    /// <summary>Gives it to a technician; it is held by his outlet from now on.</summary>
    public Failure? GiveTo(Guid technicianId, string organisationPath, DateTime now)
    {
        if (!VisitStates.Planned.Contains(State))
        {
            return WrongState(State);
        }

        (TechnicianId, HolderPath, ChangedAt) = (technicianId, organisationPath, now);
        return null;
    }

    /// <summary>The order has another holder; what is planned goes along, without its technician.</summary>
    public Failure? FollowOrder(string holderPath, DateTime now)
    {
        if (!VisitStates.Planned.Contains(State))
        {
            return WrongState(State);
        }

        (TechnicianId, HolderPath, ChangedAt) = (null, holderPath, now);
        return null;
    }

    public Failure? Reschedule(DateTime now) => Drop(VisitState.Rescheduled, now, "orders.visit-rescheduled");

    public Failure? Cancel(DateTime now) => Drop(VisitState.Cancelled, now, "orders.visit-cancelled");

    private Failure? Drop(VisitState to, DateTime now, string fact)
    {
        if (Move(to, now) is { } failure)
        {
            return failure;
        }

        EndedAt = now;
        CarryLines();
        Note(fact, Number);
        return null;
    }

    private void CarryLines()
    {
        foreach (var line in _lines.Where(line => line.Outcome == VisitLineOutcome.Planned))
        {
            line.Outcome = VisitLineOutcome.Carried;
        }
    }
}
