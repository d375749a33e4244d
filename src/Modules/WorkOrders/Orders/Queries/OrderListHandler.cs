using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Fields;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Clocks;
using ServicePlatform.WorkOrders.Queries;

namespace ServicePlatform.WorkOrders.Orders.Queries;

internal sealed class OrderListValidator : AbstractValidator<OrderList>
{
    public OrderListValidator()
    {
        RuleFor(query => query.Tab).IsInEnum();
        RuleFor(query => query.JobType).MaximumLength(Lengths.Code);
        RuleFor(query => query.OutletPath).MaximumLength(Lengths.Path).Matches("^/([^/]+/)+$").When(query => query.OutletPath is not null);
        RuleFor(query => query.Text).MaximumLength(Lengths.Name);
    }
}

internal sealed class OrderListHandler(ISiteDb db, JobSearch search, JobNames names, Refusals refusals, ICustomFields fields, SiteDay days, IClock clock)
    : IQueryHandler<OrderList, Page<OrderRow>>
{
    public async Task<Result<Page<OrderRow>>> HandleAsync(OrderList query, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        var rows = await fields.NarrowAsync(Filter(db.List<Order>().In(query.Tab, days.Range(days.Today), now), query), Subjects.OrderKind, query.Fields ?? [], cancellationToken);
        if (!string.IsNullOrWhiteSpace(query.Text))
        {
            var ids = await search.OrdersAsync(query.Text, cancellationToken);
            rows = rows.Where(order => ids.Contains(order.Id));
        }

        var sort = query.Sort ?? (query.Tab is OrderTab.All or OrderTab.UnderReview ? OrderSort.Newest : OrderSort.Due);
        var page = sort == OrderSort.Due
            ? await rows.ToPageAsync(order => order.PlaceAt, order => order.Id, query.Page, descending: false, cancellationToken)
            : await rows.ToPageAsync(order => order.CreatedAt, order => order.Id, query.Page, descending: true, cancellationToken);
        var named = await names.OfAsync(page.Items, cancellationToken);
        var refused = await refusals.OfAsync(page.Items, cancellationToken);
        return page.Select(order => Row(order, named, refused, now));
    }

    private static IQueryable<Order> Filter(IQueryable<Order> rows, OrderList query)
    {
        rows = query.State is { } state ? rows.Where(order => order.State == state) : rows;
        rows = query.JobType is { } jobType ? rows.Where(order => order.JobType == jobType) : rows;
        rows = query.Urgency is { } urgency ? rows.Where(order => order.Urgency == urgency) : rows;
        rows = query.RefusedTwice ? rows.Where(order => order.RefusalCount >= 2) : rows;
        if (query.OutletPath is not { } path)
        {
            return rows;
        }

        var (low, high) = OrganisationPaths.Range(path);
        return rows.Where(order => string.Compare(order.HolderPath, low) >= 0 && string.Compare(order.HolderPath, high) < 0);
    }

    private static OrderRow Row(Order order, NamedJobs named, IReadOnlyDictionary<Guid, RefusalView> refusals, DateTime now) => new(
        order.Id,
        order.Number,
        order.State,
        order.JobType,
        Summaries.Short(order.Description),
        order.Urgency,
        order.CreatedAt,
        order.DueAt,
        NextPromise(order)?.Kind,
        order.IsLate(now),
        order.PausedFor,
        order.ReturnVisitNeeded,
        order.RefusalCount,
        refusals.GetValueOrDefault(order.Id),
        order.AppointmentFrom,
        order.AppointmentUntil,
        order.AppointmentConfirmed,
        order.CustomerId,
        named.Customer(order.CustomerId),
        named.Phone(order.CustomerId),
        named.Place(order.AddressId, order.DivisionCode),
        named.Machine(order.MachineId),
        named.Outlet(order.OutletId),
        named.Technician(order.TechnicianId),
        order.Version);

    private static PromiseClock? NextPromise(Order order) =>
        order.Clocks.Where(clock => clock.StoppedAt is null).MinBy(clock => clock.DueAt);
}

internal sealed class OrderTabCountsHandler(ISiteDb db, SiteDay days, IClock clock) : IQueryHandler<OrderTabCounts, IReadOnlyDictionary<OrderTab, int>>
{
    public async Task<Result<IReadOnlyDictionary<OrderTab, int>>> HandleAsync(OrderTabCounts query, CancellationToken cancellationToken)
    {
        var today = days.Range(days.Today);
        var counts = new Dictionary<OrderTab, int>();
        foreach (var tab in Enum.GetValues<OrderTab>().Where(tab => tab != OrderTab.All))
        {
            counts[tab] = await db.List<Order>().In(tab, today, clock.UtcNow).Take(OrderTabCounts.Limit).CountAsync(cancellationToken);
        }

        return counts;
    }
}
