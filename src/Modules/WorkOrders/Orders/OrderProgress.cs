using ServicePlatform.Commands;
using ServicePlatform.WorkOrders.Clocks;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.WorkOrders.Orders;

/// <summary>How far it is. Progress follows from the visits.</summary>
internal sealed partial class Order
{
    /// <summary>A technician set out. A wait ends with it.</summary>
    public Failure? Begin(DateTime now, TimeZoneInfo zone)
    {
        if (Move(OrderState.InProgress, now) is { } failure)
        {
            return failure;
        }

        if (PausedFor is not null)
        {
            Resume(now, zone);
        }

        return null;
    }

    /// <summary>The visit was called off or moved while the technician was on his way.</summary>
    public void CallOff(DateTime now)
    {
        if (State == OrderState.InProgress)
        {
            Move(OrderState.TechnicianAssigned, now);
        }

        ClearAppointment();
    }

    /// <summary>Lines that the visit did are done.</summary>
    public void TakeOver(Visit visit)
    {
        foreach (var done in visit.Lines.Where(line => line.Outcome == VisitLineOutcome.Done))
        {
            if (_lines.Find(line => line.Id == done.LineId) is { State: LineState.Open } line)
            {
                (line.State, line.DoneVisitId) = (LineState.Done, visit.Id);
            }
        }
    }

    /// <summary>The visit ended without the work being done: a return visit is needed and the order waits.</summary>
    public Failure? AwaitReturn(PauseReason reason, string? note, PausePolicy policy, DateTime now, TimeZoneInfo zone)
    {
        if ((Only(OrderState.InProgress) ?? Move(OrderState.TechnicianAssigned, now)) is { } failure)
        {
            return failure;
        }

        ClearAppointment();
        ReturnVisitNeeded = true;
        return Pause(reason, note, policy, now, zone);
    }

    /// <summary>The visit ended well. With all lines done the work is; lines that came later need another visit.</summary>
    public Failure? EndVisit(DateTime at)
    {
        if (Only(OrderState.InProgress) is { } failure)
        {
            return failure;
        }

        ClearAppointment();
        if (!OpenLines.Any())
        {
            Completion.Stop(at);
            return Move(OrderState.WorkDone, at);
        }

        ReturnVisitNeeded = true;
        return Move(OrderState.TechnicianAssigned, at);
    }

    public Failure? StartReview(DateTime now)
    {
        if (Move(OrderState.UnderReview, now) is { } failure)
        {
            return failure;
        }

        Note("orders.review-started");
        return null;
    }

    public Failure? Close(string? note, DateTime now) => End(OrderState.Closed, note, now, "orders.closed");

    /// <summary>The work is not proven or not done: its lines are open again and the completion clock runs on.</summary>
    public Failure? SendBack(string reason, DateTime now, TimeZoneInfo zone)
    {
        if ((Only(OrderState.UnderReview) ?? Move(OrderState.TechnicianAssigned, now)) is { } failure)
        {
            return failure;
        }

        foreach (var line in _lines.Where(line => line.State == LineState.Done))
        {
            (line.State, line.DoneVisitId) = (LineState.Open, null);
        }

        (ReturnVisitNeeded, EndNote) = (true, reason);
        Completion.Reopen(_pauses, zone, now);
        Refresh(now);
        Note("orders.sent-back");
        return null;
    }

    public Failure? Cancel(string reason, DateTime now) => End(OrderState.Cancelled, reason, now, "orders.cancelled");

    public Failure? DeclareUnfixable(string reason, DateTime now) => End(OrderState.Unfixable, reason, now, "orders.unfixable");

    public Failure? Void(string reason, DateTime now) => End(OrderState.Voided, reason, now, "orders.voided");

    private Failure? End(OrderState to, string? note, DateTime now, string fact)
    {
        if (Move(to, now) is { } failure)
        {
            return failure;
        }

        if (_pauses.Find(pause => pause.EndedAt is null) is { } open)
        {
            open.EndedAt = now;
        }

        foreach (var clock in Clocks)
        {
            clock.Stop(now);
        }

        foreach (var line in OpenLines)
        {
            line.State = LineState.Dropped;
        }

        // Nobody waits at home for a visit that does not come, whatever the job's end is called.
        if (to == OrderState.Cancelled || AppointmentConfirmed)
        {
            Raise(new OrderCancelled(Id, CustomerId));
        }

        ClearAppointment();
        (PausedFor, ReturnVisitNeeded, EndedAt, EndNote) = (null, false, now, note);
        Refresh(now);
        Note(fact);
        return null;
    }
}
