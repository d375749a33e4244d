using ServicePlatform.Commands;
using ServicePlatform.WorkOrders.Clocks;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using static ServicePlatform.UnitTests.WorkOrders.OrderSamples;
using static ServicePlatform.WorkOrders.Contracts.OrderState;

namespace ServicePlatform.UnitTests.WorkOrders;

/// <summary>Every use case of an order in every state: it works where the trade allows it, and elsewhere changes nothing.</summary>
[Trait("capability", "A042")]
public sealed class OrderCommandTests
{
    private static readonly DateTime Now = Accepted.AddHours(1);

    private static readonly Dictionary<string, (Func<Order, Failure?> Do, OrderState[] Allowed)> Commands = new(StringComparer.Ordinal)
    {
        ["assign"] = (order => order.AssignTo(Outlet("/hq/other/"), Guid.NewGuid(), Now), [PendingDispatch, OutletAssigned, OutletAccepted, TechnicianAssigned]),
        ["accept"] = (order => order.Accept("a", Now), [OutletAssigned]),
        ["refuse"] = (order => order.Refuse("a", RefusalReasons.TooFar, null, Now), [OutletAssigned, OutletAccepted, TechnicianAssigned]),
        ["name technician"] = (order => order.NameTechnician(Guid.NewGuid(), "a", Now), [OutletAssigned, OutletAccepted, TechnicianAssigned]),
        ["pause"] = (order => order.Pause(PauseReason.AwaitingPart, null, new PausePolicy(PauseReason.AwaitingPart), Now, Zone), [PendingDispatch, OutletAccepted, TechnicianAssigned]),
        ["begin"] = (order => order.Begin(Now, Zone), [TechnicianAssigned]),
        ["await return"] = (order => order.AwaitReturn(PauseReason.AwaitingPart, null, new PausePolicy(PauseReason.AwaitingPart), Now, Zone), [InProgress]),
        ["end visit"] = (order => order.EndVisit(Now), [InProgress]),
        ["start review"] = (order => order.StartReview(Now), [WorkDone]),
        ["send back"] = (order => order.SendBack("照片看不清", Now, Zone), [UnderReview]),
        ["close"] = (order => order.Close(null, Now), [UnderReview]),
        ["cancel"] = (order => order.Cancel("不修了", Now), [PendingDispatch, OutletAssigned, OutletAccepted, TechnicianAssigned, InProgress]),
        ["unfixable"] = (order => order.DeclareUnfixable("主板停产", Now), [TechnicianAssigned, UnderReview]),
        ["void"] = (order => order.Void("重复", Now), [PendingDispatch, OutletAssigned]),
    };

    public static TheoryData<string, OrderState> Every()
    {
        var all = new TheoryData<string, OrderState>();
        foreach (var command in Commands.Keys)
        {
            foreach (var state in Enum.GetValues<OrderState>().Where(state => state != Draft))
            {
                all.Add(command, state);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void A_command_works_in_its_states_only(string command, OrderState state)
    {
        var order = In(state);
        order.State.ShouldBe(state);
        order.TakeNotes();
        var (act, allowed) = Commands[command];

        var isPauseOffered = order.CanPause() is null;

        var failure = act(order);
        (command == "pause" ? failure is null : isPauseOffered).ShouldBe(isPauseOffered, "what is offered is not refused");

        if (allowed.Contains(state))
        {
            failure.ShouldBeNull();
            return;
        }

        failure.ShouldNotBeNull($"{command} in {state}");
        failure.Kind.ShouldBe(FailureKind.Conflict);
        order.State.ShouldBe(state);
        order.TakeNotes().Changes.ShouldBeEmpty();
    }

    private static Order In(OrderState state)
    {
        var order = Submitted();
        switch (state)
        {
            case PendingDispatch:
                return order;
            case Cancelled:
                order.Cancel("x", Accepted).ShouldBeNull();
                return order;
            case Voided:
                order.Void("x", Accepted).ShouldBeNull();
                return order;
            default:
                return Further(order, state);
        }
    }

    private static Order Further(Order order, OrderState state)
    {
        (OrderState State, Func<Failure?> Reach)[] way =
        [
            (OutletAssigned, () => order.AssignTo(Outlet("/hq/a/"), Guid.NewGuid(), Accepted)),
            (OutletAccepted, () => order.Accept("a", Accepted)),
            (TechnicianAssigned, () => order.NameTechnician(Guid.NewGuid(), "a", Accepted)),
            (InProgress, () => order.Begin(Accepted, Zone)),
            (WorkDone, () => EndAll(order)),
            (UnderReview, () => order.StartReview(Accepted)),
            (state, () => state == Unfixable ? order.DeclareUnfixable("x", Accepted) : order.Close(null, Accepted)),
        ];
        foreach (var step in way)
        {
            step.Reach().ShouldBeNull();
            if (step.State == state)
            {
                break;
            }
        }

        return order;
    }

    private static Failure? EndAll(Order order)
    {
        foreach (var line in order.Lines)
        {
            line.State = LineState.Done;
        }

        return order.EndVisit(Accepted);
    }

    [Fact]
    [Trait("capability", "A165")]
    public void A_pause_hides_only_the_lateness_of_the_clocks_that_it_stops()
    {
        var (order, _) = Booked();
        order.LateFrom.ShouldBe(order.Completion.DueAt);

        order.Pause(PauseReason.AwaitingExpert, null, new PausePolicy(PauseReason.AwaitingExpert), Now, Zone).ShouldBeNull();
        order.LateFrom.ShouldBe(order.Completion.DueAt);
        order.Resume(Now, Zone).ShouldBeNull();

        order.Pause(PauseReason.AwaitingPart, null, new PausePolicy(PauseReason.AwaitingPart, Completion: true), Now, Zone).ShouldBeNull();
        order.LateFrom.ShouldBeNull();
        order.Resume(Now.AddHours(2), Zone).ShouldBeNull();
        order.LateFrom.ShouldBe(Accepted.AddHours(26));

        var broken = Accepted.AddHours(27);
        order.Pause(PauseReason.CustomerAsked, "客户出差", new PausePolicy(PauseReason.CustomerAsked, Booking: true, Completion: true), broken, Zone).ShouldBeNull();
        order.LateFrom.ShouldBe(Accepted.AddHours(26), "a pause does not mend what was late before it");
    }
}
