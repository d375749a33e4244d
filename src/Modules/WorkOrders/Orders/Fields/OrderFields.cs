using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Fields;
using ServicePlatform.Search;
using ServicePlatform.Security;
using ServicePlatform.Timelines;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Orders.Fields;

/// <summary>Jobs may have fields of the site's own.</summary>
internal sealed class OrderFields : ICustomFieldSubject
{
    public string Kind => Subjects.OrderKind;

    public int Order => 30;
}

/// <summary>The site's own fields of an order, for its form.</summary>
[RequirePermission(OrderPermissions.Book)]
internal sealed record GetOrderFields(string Number) : IQuery<OrderFieldSheet>;

internal sealed record OrderFieldSheet(Guid OrderId, string Number, CustomFieldSheet Sheet);

internal sealed class GetOrderFieldsHandler(ISiteDb db, ICustomFields fields) : IQueryHandler<GetOrderFields, OrderFieldSheet>
{
    public async Task<Result<OrderFieldSheet>> HandleAsync(GetOrderFields query, CancellationToken cancellationToken)
    {
        var order = await db.List<Order>().FirstOrDefaultAsync(row => row.Number == query.Number, cancellationToken);
        return order is null
            ? Failure.NotFound("orders.order-not-found")
            : new OrderFieldSheet(order.Id, order.Number, await fields.SheetAsync(Subjects.Order(order.Id), order.PrincipalId, cancellationToken));
    }
}

internal sealed class SetOrderFieldsHandler(ISiteDb db, ICustomFields fields, ISearchIndex search, ITimeline timeline) : ICommandHandler<SetOrderFields, Done>
{
    public async Task<Result<Done>> HandleAsync(SetOrderFields command, CancellationToken cancellationToken)
    {
        var order = await db.List<Order>().Where(row => row.Id == command.OrderId).Select(row => new { row.PrincipalId, row.Number }).FirstOrDefaultAsync(cancellationToken);
        if (order is null)
        {
            return Failure.NotFound("orders.order-not-found");
        }

        var subject = Subjects.Order(command.OrderId);
        var set = await fields.SetAsync(subject, order.PrincipalId, command.Fields, isNew: false, cancellationToken);
        if (!set.Succeeded)
        {
            return set.Failure;
        }

        if (set.Value)
        {
            timeline.Add(subject, "orders.fields-changed");
            await search.SetAsync(subject, [(SearchField.Number, order.Number), .. await fields.SearchTextsAsync(subject, cancellationToken)], cancellationToken);
        }

        return Result.Done;
    }
}
