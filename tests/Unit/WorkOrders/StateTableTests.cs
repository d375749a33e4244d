using FsCheck;
using FsCheck.Fluent;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Requests;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.UnitTests.WorkOrders;

public sealed class StateTableTests
{
    [Fact]
    public void Every_state_can_be_reached_and_every_end_is_an_end()
    {
        Reach(OrderStates.Table).ShouldBe(Enum.GetValues<OrderState>(), ignoreOrder: true);
        Reach(VisitStates.Table).ShouldBe(Enum.GetValues<VisitState>(), ignoreOrder: true);
        Reach(RequestStates.Table).ShouldBe(Enum.GetValues<RequestState>(), ignoreOrder: true);

        Ends(OrderStates.Table).ShouldBe([OrderState.Closed, OrderState.Cancelled, OrderState.Unfixable, OrderState.Voided], ignoreOrder: true);
        Ends(VisitStates.Table).ShouldBe(
            [VisitState.Finished, VisitState.NobodyHome, VisitState.Incomplete, VisitState.Rescheduled, VisitState.Cancelled], ignoreOrder: true);
        Ends(RequestStates.Table).ShouldBe([RequestState.Closed]);
    }

    [Fact]
    public void The_ordinary_way_of_an_order_is_legal()
    {
        OrderStates.Table.IsLegalPath(
        [
            OrderState.Draft, OrderState.PendingDispatch, OrderState.OutletAssigned, OrderState.PendingDispatch, OrderState.OutletAssigned,
            OrderState.OutletAccepted, OrderState.TechnicianAssigned, OrderState.InProgress, OrderState.TechnicianAssigned, OrderState.InProgress,
            OrderState.WorkDone, OrderState.UnderReview, OrderState.Closed,
        ]).ShouldBeTrue();
        OrderStates.Table.IsLegalPath([OrderState.Draft, OrderState.PendingDispatch, OrderState.InProgress]).ShouldBeFalse();
        OrderStates.Table.IsLegalPath([OrderState.PendingDispatch]).ShouldBeFalse();
        OrderStates.Table.IsLegalPath([]).ShouldBeFalse();
    }

    [Fact]
    [Trait("capability", "A054")]
    public void Nobody_home_comes_only_after_arrival() =>
        Enum.GetValues<VisitState>().Where(state => VisitStates.Table.Allows(state, VisitState.NobodyHome)).ShouldBe([VisitState.Arrived]);

    [Fact]
    public void Any_walk_along_the_table_is_a_legal_path() =>
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).ArrayOf(12).ToArbitrary(),
            choices =>
            {
                var path = new List<OrderState> { OrderStates.Table.Start };
                foreach (var choice in choices)
                {
                    var next = OrderStates.Table.Next(path[^1]).Order().ToList();
                    if (next.Count == 0)
                    {
                        break;
                    }

                    path.Add(next[choice % next.Count]);
                }

                return OrderStates.Table.IsLegalPath(path);
            }).QuickCheckThrowOnFailure();

    private static List<T> Reach<T>(StateTable<T> table)
        where T : struct, Enum
    {
        var reached = new List<T> { table.Start };
        for (var index = 0; index < reached.Count; index++)
        {
            reached.AddRange(table.Next(reached[index]).Where(state => !reached.Contains(state)));
        }

        return reached;
    }

    private static List<T> Ends<T>(StateTable<T> table)
        where T : struct, Enum => [.. Enum.GetValues<T>().Where(table.IsEnd)];
}
