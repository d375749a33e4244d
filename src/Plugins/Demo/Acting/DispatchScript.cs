using ServicePlatform.Demo.Planning;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.Demo.Acting;

/// <summary>From the order to a technician and an appointment.</summary>
internal sealed class DispatchScript(Pen pen)
{
    private JobPlan Job => pen.Job;

    private Scene Scene => pen.Scene;

    private string Dispatcher => Job.OwnIntake ?? Scene.Material.Accounts.UserNames("dispatcher")[0];

    private string Agent => Scene.Material.Accounts.UserNames("agent")[0];

    /// <summary>Urgent, or outlets will be closed before they can call: the agent agrees the time himself.</summary>
    private bool IsPressing => Job.Fault.Urgency != Urgency.Normal || Scene.Time.Local(pen.At).TimeOfDay.TotalHours is < 9 or >= 18;

    /// <summary>True where a technician sets out.</summary>
    public bool Write(Slot? first)
    {
        if (Job.Ending == Ending.Pending)
        {
            return false;
        }

        // The agent agrees the time while the customer is on the line, or the outlet calls him back.
        var isBookedAtOnce = Job.OwnIntake is null && (Job.Ending == Ending.AcceptedAndBooked
            || (first is not null && Job.Ending != Ending.Proposed && Job.Twist is not (Twist.LateBooking or Twist.Waited or Twist.Refused) && pen.Dice.Chance(IsPressing ? 100 : 35)));
        if (isBookedAtOnce)
        {
            pen.After(1, 3);
            Book(Agent, first!.Value);
        }

        return Dispatch() && Accept() && Name(isBookedAtOnce, first);
    }

    private bool Dispatch()
    {
        if (Job.Twist == Twist.LateDispatch)
        {
            pen.After(3, 11, Hours.Desk);
        }
        else
        {
            pen.After(0.25, 0.8, Hours.Desk);
        }

        if (Job.Twist == Twist.Refused)
        {
            Refuse(Job.Customer.Outlets.First(outlet => outlet != Job.Outlet), 0);
        }

        if (Job.Ending is Ending.RefusedOnce or Ending.RefusedTwice)
        {
            Refuse(Job.Outlet, 0);
            if (Job.Ending == Ending.RefusedTwice)
            {
                pen.After(4, 9);
                Refuse(Scene.Roster.Outlets.First(outlet => outlet != Job.Outlet && outlet.Path.StartsWith(Above(Job.Outlet.Path), StringComparison.Ordinal)), 2);
            }

            return false;
        }

        Assign(Job.Outlet);
        if (Job.Ending == Ending.Voided)
        {
            pen.After(6, 12);
            pen.OnOrder(Dispatcher, version => new VoidOrder(Job.OrderId, Scene.Say(Scene.Material.Phrases.Voided), version));
        }

        return Job.Ending is not (Ending.Assigned or Ending.AssignedLong or Ending.Voided);
    }

    private static string Above(string path) => path[..(path.TrimEnd('/').LastIndexOf('/') + 1)];

    private void Assign(OutletPlan outlet) => pen.OnOrder(Dispatcher, version => new AssignOutlet(Job.OrderId, outlet.Id, version));

    private void Refuse(OutletPlan outlet, int reason)
    {
        var refusal = Scene.Material.Phrases.Refusals[reason];
        Assign(outlet);
        pen.After(6, 14, Hours.Outlet);
        pen.OnOrder(outlet.UserName, version => new RefuseOrder(Job.OrderId, refusal.Reason, Scene.Say(refusal.Note), version));
        pen.After(1, 4, Hours.Desk);
    }

    private bool Accept()
    {
        pen.After(2, Job.Twist == Twist.LateBooking ? 30 : 14, Hours.Outlet);
        pen.OnOrder(Job.Outlet.UserName, version => new AcceptOrder(Job.OrderId, version));
        return Job.Ending is not (Ending.Accepted or Ending.AcceptedAndBooked);
    }

    private bool Name(bool isBooked, Slot? first)
    {
        pen.After(1, 8, Hours.Outlet);
        pen.OnOrder(Job.Outlet.UserName, version => new AssignTechnician(Job.OrderId, Job.Technician!.Id, version));
        if (Job.Ending == Ending.CustomerAsked)
        {
            pen.After(5, 15);
            pen.OnOrder(Agent, version => new PauseOrder(Job.OrderId, PauseReason.CustomerAsked, Scene.Say(Scene.Material.Phrases.Paused), version));
        }

        if (first is not { } slot || Job.Ending is Ending.Named or Ending.CustomerAsked)
        {
            return false;
        }

        if (!isBooked)
        {
            Call(slot);
        }

        return Job.Ending is not (Ending.Proposed or Ending.Confirmed);
    }

    /// <summary>The outlet calls the customer.</summary>
    private void Call(Slot slot)
    {
        if (Job.Twist == Twist.Waited)
        {
            pen.After(4, 10);
            pen.OnOrder(Job.Outlet.UserName, version => new PauseOrder(Job.OrderId, PauseReason.CustomerAsked, Scene.Say(Scene.Material.Phrases.CallLater), version));
        }

        var (low, high) = Job.Twist switch { Twist.LateBooking => (62, 100), Twist.Waited => (25, 43), _ => (2, 12) };
        pen.After(low, high, Hours.Outlet);
        Book(Job.Outlet.UserName, slot, Job.Ending != Ending.Proposed);
    }

    /// <summary>Makes or moves the appointment.</summary>
    /// <param name="because">Why it is moved; null for the first one.</param>
    public void Book(string userName, Slot slot, bool isConfirmed = true, string? because = null)
    {
        var (from, until) = (slot.From(Scene.Time), slot.Until(Scene.Time));
        if (from <= pen.At)
        {
            throw new HistoryException($"A job of {Job.Start:u} would be booked at {pen.At:u} for {from:u}.");
        }

        var note = because ?? (pen.Dice.Chance(25) ? Scene.Say(pen.Dice.Pick(Scene.Material.Phrases.BookingNotes)) : null);
        pen.OnOrder(userName, version => new BookVisit(Job.OrderId, from, until, isConfirmed, note, version), id => Job.VisitId = id);
    }
}
