using ServicePlatform.Commands;
using ServicePlatform.Network.Contracts;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Orders;

/// <summary>Who has the order.</summary>
internal sealed partial class Order
{
    /// <summary>The assignment in force.</summary>
    public OrderAssignment? Holding => _assignments.Find(assignment => assignment.EndedAt is null);

    public bool Excludes(Guid organisationId) =>
        _assignments.Exists(assignment => assignment.OrganisationId == organisationId && assignment.End == AssignmentEnd.Refused);

    /// <summary>Gives it to an outlet. An outlet that has it and has not begun loses it first.</summary>
    public Failure? AssignTo(OrganisationSummary outlet, Guid dispatcher, DateTime now)
    {
        if (Excludes(outlet.Id))
        {
            return Failure.Conflict("orders.outlet-excluded", outlet.Name);
        }

        if (Holding?.OrganisationId == outlet.Id)
        {
            return Failure.Conflict("orders.outlet-has-it", outlet.Name);
        }

        if (OrderStates.AtOutlet.Contains(State))
        {
            Withdraw(outlet.Path, now);
        }

        if (Only(OrderState.PendingDispatch) is { } wrong)
        {
            return wrong;
        }

        DispatchPath = HolderPath;
        if (Move(OrderState.OutletAssigned, now) is { } failure)
        {
            return failure;
        }

        _assignments.Add(new OrderAssignment
        {
            OrderId = Id,
            OrganisationId = outlet.Id,
            AssignedAt = now,
            AssignedBy = dispatcher,
        });
        (OutletId, HolderPath) = (outlet.Id, outlet.Path);
        Stop(Dispatch, now);
        Note("orders.dispatched", outlet.Name);
        return null;
    }

    public Failure? Accept(string outletName, DateTime now)
    {
        if (Move(OrderState.OutletAccepted, now) is { } failure)
        {
            return failure;
        }

        Holding!.AcceptedAt = now;
        Note("orders.accepted", outletName);
        return null;
    }

    /// <summary>Gives it back to dispatch. The dispatch clock is not started again.</summary>
    public Failure? Refuse(string outletName, string reasonCode, string? note, DateTime now)
    {
        if (!OrderStates.AtOutlet.Contains(State))
        {
            return WrongState(State);
        }

        var holding = Holding!;
        Release(holding, AssignmentEnd.Refused, DispatchPath, now);
        (holding.ReasonCode, holding.Note) = (reasonCode, note);
        RefusalCount++;
        Note("orders.refused", outletName, "@Refusal." + reasonCode);
        if (RefusalCount == 2)
        {
            Note("orders.refused-twice");
        }

        Refresh(now);

        Raise(new OrderRefused(Id, holding.OrganisationId, reasonCode, RefusalCount));
        return null;
    }

    /// <summary>Names who goes. Naming somebody accepts the job.</summary>
    public Failure? NameTechnician(Guid technicianId, string outletName, DateTime now)
    {
        if (!OrderStates.AtOutlet.Contains(State))
        {
            return WrongState(State);
        }

        if (State == OrderState.OutletAssigned && Accept(outletName, now) is { } refused)
        {
            return refused;
        }

        if (State != OrderState.TechnicianAssigned && Move(OrderState.TechnicianAssigned, now) is { } failure)
        {
            return failure;
        }

        if (TechnicianId != technicianId)
        {
            Raise(new TechnicianNamed(Id, technicianId));
        }

        TechnicianId = technicianId;
        Refresh(now);
        Note("orders.technician-named");
        return null;
    }

    /// <summary>The dispatcher takes it back, to the organisation that dispatches, or to the holder who passes it further down.</summary>
    private void Withdraw(string nextPath, DateTime now)
    {
        var passedDown = nextPath.StartsWith(HolderPath, StringComparison.Ordinal);
        Release(Holding!, AssignmentEnd.Withdrawn, passedDown ? HolderPath : DispatchPath, now);
        Note(passedDown ? "orders.passed-down" : "orders.withdrawn");
    }

    private void Release(OrderAssignment holding, AssignmentEnd end, string backTo, DateTime now)
    {
        (holding.EndedAt, holding.End) = (now, end);
        (OutletId, TechnicianId, HolderPath) = (null, null, backTo);
        Move(OrderState.PendingDispatch, now);
    }
}
