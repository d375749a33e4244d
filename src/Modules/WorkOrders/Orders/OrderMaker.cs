using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Numbers;
using ServicePlatform.Search;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Clocks;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Requests;

namespace ServicePlatform.WorkOrders.Orders;

/// <summary>Makes orders; the promises that hold today go with them.</summary>
internal sealed class OrderMaker(ISiteDb db, INumbers numbers, PromiseMaker promises, IModelReader models, ISearchIndex search, IClock clock)
{
    /// <param name="holderPath">Path of the organisation that will dispatch it.</param>
    public async Task<Order> MakeAsync(Request request, RequestSubject about, AddressSummary address, string holderPath, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        var job = new PromisedJob(request.Urgency, about.Customer.Level, request.JobType, address.DivisionCode);
        var order = new Order
        {
            Number = await numbers.NextAsync("WO", cancellationToken),
            PrincipalId = request.PrincipalId,
            HolderPath = holderPath,
            DispatchPath = holderPath,
            RequestId = request.Id,
            CustomerId = request.CustomerId,
            AddressId = address.Id,
            DivisionCode = address.DivisionCode,
            CategoryCode = about.Machine?.CategoryCode ?? await OnlyCategoryAsync(cancellationToken),
            JobType = request.JobType,
            Description = request.Description,
            InternalNote = request.TriageNote,
            Urgency = request.Urgency,
            ContactPhone = request.ContactPhone,
            WishedFrom = request.WishedFrom,
            WishedUntil = request.WishedUntil,
            CreatedAt = now,
            Dispatch = await promises.StartAsync(ClockKind.Dispatch, job, now, cancellationToken),

            // The customer was promised a call when he asked, not when somebody read it.
            Booking = await promises.StartAsync(ClockKind.Booking, job, request.CreatedAt, cancellationToken),
            Completion = await promises.StartAsync(ClockKind.Completion, job, now, cancellationToken),
        };
        order.AddLine(about.Machine?.Id, request.JobType, now);
        db.Set<Order>().Add(order);
        await search.SetAsync(Subjects.Order(order.Id), [(SearchField.Number, order.Number)], cancellationToken);
        return order;
    }

    /// <summary>Without a machine the category is known only where there is but one; it is not guessed.</summary>
    private async Task<string> OnlyCategoryAsync(CancellationToken cancellationToken) =>
        await models.CategoriesAsync(cancellationToken) is [var only] ? only.Code : Order.AnyCategory;
}
