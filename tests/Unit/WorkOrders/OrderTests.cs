using ServicePlatform.WorkOrders.Clocks;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using static ServicePlatform.UnitTests.WorkOrders.OrderSamples;

namespace ServicePlatform.UnitTests.WorkOrders;

public sealed class OrderTests
{
    [Fact]
    [Trait("capability", "A042")]
    public void Dispatch_changes_the_holder_and_a_refusal_gives_it_back_without_restarting_the_clock()
    {
        var order = Submitted();
        var outlet = Outlet("/hq/a/");

        order.AssignTo(outlet, Guid.NewGuid(), Accepted.AddSeconds(30)).ShouldBeNull();
        order.HolderPath.ShouldBe("/hq/a/");
        order.Refuse(outlet.Name, RefusalReasons.Unprofitable, null, Accepted.AddMinutes(5)).ShouldBeNull();

        order.HolderPath.ShouldBe("/hq/");
        order.State.ShouldBe(OrderState.PendingDispatch);
        order.Dispatch.StoppedAt.ShouldBe(Accepted.AddSeconds(30));
        order.Excludes(outlet.Id).ShouldBeTrue();
        order.AssignTo(outlet, Guid.NewGuid(), Accepted.AddMinutes(6))!.Code.ShouldBe("orders.outlet-excluded");
    }

    [Fact]
    [Trait("capability", "A165")]
    public void The_second_refusal_tells_the_manager()
    {
        var order = Submitted();
        foreach (var path in new[] { "/hq/a/", "/hq/b/" })
        {
            var outlet = Outlet(path);
            order.AssignTo(outlet, Guid.NewGuid(), Accepted).ShouldBeNull();
            order.Refuse(outlet.Name, RefusalReasons.TooFar, null, Accepted).ShouldBeNull();
        }

        var (changes, facts, events) = order.TakeNotes();
        events.OfType<OrderRefused>().Select(refused => refused.Count).ShouldBe([1, 2]);
        facts.Count(fact => fact.Code == "orders.refused-twice").ShouldBe(1);
        changes.Select(change => change.Sequence).ShouldBe(Enumerable.Range(1, changes.Count));
        OrderStates.Table.IsLegalPath([OrderState.Draft, .. changes.Select(change => Enum.Parse<OrderState>(change.To))]).ShouldBeTrue();
    }

    [Fact]
    public void An_outlet_that_has_not_begun_can_lose_the_job_to_another_one_or_to_one_below_it()
    {
        var order = Submitted();
        order.AssignTo(Outlet("/hq/dealer/"), Guid.NewGuid(), Accepted).ShouldBeNull();
        order.AssignTo(Outlet("/hq/dealer/one/"), Guid.NewGuid(), Accepted).ShouldBeNull();
        order.DispatchPath.ShouldBe("/hq/dealer/");
        order.Refuse("one", RefusalReasons.NoSkill, null, Accepted).ShouldBeNull();
        order.HolderPath.ShouldBe("/hq/dealer/");

        var other = Submitted();
        other.AssignTo(Outlet("/hq/a/"), Guid.NewGuid(), Accepted).ShouldBeNull();
        other.AssignTo(Outlet("/hq/b/"), Guid.NewGuid(), Accepted).ShouldBeNull();
        other.DispatchPath.ShouldBe("/hq/");
        other.Assignments.Select(row => row.End).ShouldBe([AssignmentEnd.Withdrawn, null]);
    }

    [Fact]
    [Trait("capability", "A059")]
    public void The_due_time_of_lists_is_the_next_promise()
    {
        var order = Submitted();
        order.DueAt.ShouldBe(Accepted.AddMinutes(1));
        order.AssignTo(Outlet("/hq/a/"), Guid.NewGuid(), Accepted.AddSeconds(20)).ShouldBeNull();
        order.DueAt.ShouldBe(Accepted.AddMinutes(60));
        var (booked, _) = Booked();
        booked.DueAt.ShouldBe(Accepted.AddHours(24));
    }

    [Fact]
    public void Nobody_home_pauses_and_a_new_confirmed_appointment_ends_the_wait()
    {
        var (order, visit) = Booked();
        order.Begin(Accepted.AddHours(3), Zone).ShouldBeNull();
        var policy = new ServicePromises().PolicyFor(PauseReason.NobodyHome);
        order.AwaitReturn(PauseReason.NobodyHome, null, policy, Accepted.AddHours(4), Zone).ShouldBeNull();

        order.State.ShouldBe(OrderState.TechnicianAssigned);
        order.ReturnVisitNeeded.ShouldBeTrue();
        order.VisitId.ShouldBeNull();
        order.PausedFor.ShouldBe(PauseReason.NobodyHome);

        order.Appoint(visit.Id, Accepted.AddHours(20), Accepted.AddHours(22), true, "", Accepted.AddHours(10), Zone);
        order.PausedFor.ShouldBeNull();
        order.ReturnVisitNeeded.ShouldBeFalse();
        order.Completion.DueAt.ShouldBe(Accepted.AddHours(30));
    }

    [Fact]
    public void Work_is_done_when_all_lines_are_and_sending_back_opens_them_again()
    {
        var (order, visit) = Booked();
        order.Extend(Guid.NewGuid(), JobTypes.FilterChange, Accepted).Succeeded.ShouldBeTrue();
        order.Begin(Accepted.AddHours(3), Zone).ShouldBeNull();
        VisitSamples.Arrived(visit).BeginWork(null, null, [], Accepted.AddHours(3)).ShouldBeNull();
        visit.Sign("张丽", Guid.NewGuid(), Accepted.AddHours(4), Accepted.AddHours(4))!.Code.ShouldBe("orders.photo-needed");
        visit.Photograph();
        visit.Sign("张丽", Guid.NewGuid(), Accepted.AddHours(4), Accepted.AddHours(4)).ShouldBeNull();
        visit.Finish(null, "ok", Accepted.AddHours(4)).ShouldBeNull();
        order.TakeOver(visit);
        order.EndVisit(Accepted.AddHours(4)).ShouldBeNull();

        order.State.ShouldBe(OrderState.TechnicianAssigned);
        order.ReturnVisitNeeded.ShouldBeTrue();
        order.OpenLines.ShouldHaveSingleItem().JobType.ShouldBe(JobTypes.FilterChange);
        order.Completion.StoppedAt.ShouldBeNull();
    }

    [Fact]
    public void Review_closes_or_sends_back()
    {
        var (order, visit) = Booked();
        order.Begin(Accepted.AddHours(3), Zone).ShouldBeNull();
        VisitSamples.Arrived(visit).BeginWork(null, null, [], Accepted.AddHours(3)).ShouldBeNull();
        visit.Sign("张丽", Guid.NewGuid(), Accepted.AddHours(4), Accepted.AddHours(4))!.Code.ShouldBe("orders.photo-needed");
        visit.Photograph();
        visit.Sign("张丽", Guid.NewGuid(), Accepted.AddHours(4), Accepted.AddHours(4)).ShouldBeNull();
        visit.Finish(null, "ok", Accepted.AddHours(4)).ShouldBeNull();
        order.TakeOver(visit);
        order.EndVisit(Accepted.AddHours(4)).ShouldBeNull();
        order.State.ShouldBe(OrderState.WorkDone);
        order.Completion.StoppedAt.ShouldBe(Accepted.AddHours(4));
        order.Close(null, Accepted.AddHours(5))!.Code.ShouldBe("orders.order-is-work-done");
        order.StartReview(Accepted.AddHours(5)).ShouldBeNull();

        order.SendBack("照片缺失", Accepted.AddHours(6), Zone).ShouldBeNull();
        order.State.ShouldBe(OrderState.TechnicianAssigned);
        order.Completion.StoppedAt.ShouldBeNull();
        order.OpenLines.Count().ShouldBe(1);
    }

    [Fact]
    public void An_end_stops_every_clock_and_wait()
    {
        var order = Submitted();
        order.Pause(PauseReason.CustomerAsked, null, new ServicePromises().PolicyFor(PauseReason.CustomerAsked), Accepted.AddMinutes(5), Zone).ShouldBeNull();
        order.Cancel("客户不修了", Accepted.AddHours(1)).ShouldBeNull();

        order.Clocks.ShouldAllBe(clock => clock.StoppedAt != null);
        order.PausedFor.ShouldBeNull();
        order.Pauses[0].EndedAt.ShouldBe(Accepted.AddHours(1));
        order.Lines[0].State.ShouldBe(LineState.Dropped);
        order.Cancel("again", Accepted.AddHours(2))!.Code.ShouldBe("orders.order-is-cancelled");
    }
}
