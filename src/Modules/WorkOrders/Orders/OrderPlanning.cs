using ServicePlatform.Commands;
using ServicePlatform.WorkOrders.Clocks;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Orders;

/// <summary>When somebody goes, and why the order waits.</summary>
internal sealed partial class Order
{
    private static readonly PauseReason[] CustomerSide = [PauseReason.CustomerAsked, PauseReason.NobodyHome, PauseReason.BuildingAccess];

    /// <summary>Open lines, which the next visit takes.</summary>
    public IEnumerable<OrderLine> OpenLines => _lines.Where(line => line.State == LineState.Open);

    /// <summary>Null where an appointment can be made.</summary>
    public Failure? CanBook() => OrderStates.Plannable.Contains(State) ? null : WrongState(State);

    /// <summary>An appointment stands. Confirmed, it stops the booking clock and ends a wait for the customer.</summary>
    public void Appoint(Guid visitId, DateTime from, DateTime until, bool confirmed, string window, DateTime now, TimeZoneInfo zone)
    {
        (VisitId, AppointmentFrom, AppointmentUntil, AppointmentConfirmed) = (visitId, from, until, confirmed);
        ReturnVisitNeeded = false;
        Note(confirmed ? "orders.appointment-confirmed" : "orders.appointment-proposed", window);
        if (confirmed)
        {
            Stop(Booking, now);
            if (PausedFor is { } reason && CustomerSide.Contains(reason))
            {
                Resume(now, zone);
            }

            Raise(new AppointmentConfirmed(Id, visitId, from, until));
        }

        Refresh(now);
    }

    /// <summary>An outlet that was offered the job takes it or gives it back; it does not stop the clocks first.</summary>
    public Failure? CanPause() =>
        !OrderStates.Plannable.Contains(State) || State == OrderState.OutletAssigned ? WrongState(State)
        : PausedFor is not null ? Failure.Conflict("orders.already-paused")
        : null;

    public Failure? Pause(PauseReason reason, string? note, PausePolicy policy, DateTime now, TimeZoneInfo zone)
    {
        if (CanPause() is { } failure)
        {
            return failure;
        }

        _pauses.Add(new OrderPause
        {
            OrderId = Id,
            Reason = reason,
            Note = note,
            StartedAt = now,
            StopsDispatch = policy.Dispatch,
            StopsBooking = policy.Booking,
            StopsCompletion = policy.Completion,
        });
        PausedFor = reason;
        Note("orders.paused", "@PauseReason." + reason);
        Recompute(now, zone);
        return null;
    }

    public Failure? Resume(DateTime now, TimeZoneInfo zone)
    {
        if (_pauses.Find(pause => pause.EndedAt is null) is not { } open)
        {
            return Failure.Conflict("orders.not-paused");
        }

        open.EndedAt = now < open.StartedAt ? open.StartedAt : now;
        PausedFor = null;
        Note("orders.resumed", "@PauseReason." + open.Reason);
        Recompute(now, zone);
        return null;
    }

    private void Recompute(DateTime now, TimeZoneInfo zone)
    {
        foreach (var clock in Clocks)
        {
            clock.Recompute(_pauses, zone, now);
        }

        Refresh(now);
    }

    private void ClearAppointment() =>
        (VisitId, AppointmentFrom, AppointmentUntil, AppointmentConfirmed) = (null, null, null, false);
}
