using ServicePlatform.Network.Contracts;
using ServicePlatform.Calendars;
using ServicePlatform.WorkOrders.Clocks;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.UnitTests.WorkOrders;

internal static class OrderSamples
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static readonly DateTime Accepted = new(2026, 11, 22, 2, 0, 0, DateTimeKind.Utc);

    public static readonly Guid Principal = Guid.NewGuid();

    public static Order Submitted()
    {
        var calling = WorkHours.Daily(8 * 60, 21 * 60);
        var order = new Order
        {
            Number = "WO-2611-000001",
            PrincipalId = Principal,
            HolderPath = "/hq/",
            DispatchPath = "/hq/",
            CustomerId = Guid.NewGuid(),
            CategoryCode = "water-purifier",
            JobType = JobTypes.Repair,
            Description = "漏水",
            CreatedAt = Accepted,
            Dispatch = PromiseClock.Start(ClockKind.Dispatch, Accepted, 1, WorkHours.Always, Zone),
            Booking = PromiseClock.Start(ClockKind.Booking, Accepted, 60, calling, Zone),
            Completion = PromiseClock.Start(ClockKind.Completion, Accepted, 24 * 60, WorkHours.Always, Zone),
        };
        order.AddLine(Guid.NewGuid(), JobTypes.Repair, Accepted);
        order.Submit("SR-2611-000001", Accepted);
        return order;
    }

    public static OrganisationSummary Outlet(string path) => new(
        Guid.NewGuid(), path.Trim('/').Split('/')[^1], "网点 " + path, OrganisationKind.Outlet, OrganisationOwnership.Dealer, path, null, null, true, [Principal]);

    /// <summary>At an outlet, with a technician and a confirmed visit.</summary>
    public static (Order Order, Visit Visit) Booked()
    {
        var order = Submitted();
        order.AssignTo(Outlet("/hq/a/"), Guid.NewGuid(), Accepted.AddSeconds(30)).ShouldBeNull();
        order.NameTechnician(Guid.NewGuid(), "a", Accepted.AddMinutes(2)).ShouldBeNull();
        var visit = new Visit
        {
            Number = "VI-2611-000001", OrderId = order.Id, HolderPath = order.HolderPath, JobType = order.JobType,
            CategoryCode = order.CategoryCode, CreatedAt = Accepted.AddMinutes(10),
        };
        foreach (var line in order.OpenLines)
        {
            visit.Take(line.Id, line.Number, line.MachineId, line.JobType);
        }

        visit.Confirm(Accepted.AddMinutes(10)).ShouldBeNull();
        order.Appoint(visit.Id, Accepted.AddHours(3), Accepted.AddHours(5), true, "", Accepted.AddMinutes(10), Zone);
        return (order, visit);
    }
}
