using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Queries;

namespace ServicePlatform.WorkOrders.Requests.Queries;

internal sealed class RequestInboxValidator : AbstractValidator<RequestInbox>
{
    public RequestInboxValidator()
    {
        RuleFor(query => query.Tab).IsInEnum();
        RuleFor(query => query.JobType).MaximumLength(Lengths.Code);
        RuleFor(query => query.Channel).MaximumLength(Lengths.Code);
        RuleFor(query => query.Text).MaximumLength(Lengths.Name);
    }
}

internal sealed class RequestInboxHandler(ISiteDb db, JobSearch search, JobNames names) : IQueryHandler<RequestInbox, Page<RequestRow>>
{
    public async Task<Result<Page<RequestRow>>> HandleAsync(RequestInbox query, CancellationToken cancellationToken)
    {
        var rows = Filter(db.List<Request>(), query);
        if (!string.IsNullOrWhiteSpace(query.Text))
        {
            var ids = await search.RequestsAsync(query.Text, cancellationToken);
            rows = rows.Where(request => ids.Contains(request.Id));
        }

        var page = await rows.ToPageAsync(
            request => request.CreatedAt, request => request.Id, query.Page, descending: query.Tab == InboxTab.All, cancellationToken);
        var named = await names.OfAsync(page.Items, cancellationToken);
        return page.Select(request => Row(request, named));
    }

    private static IQueryable<Request> Filter(IQueryable<Request> rows, RequestInbox query)
    {
        rows = query.Tab switch
        {
            InboxTab.New => rows.Where(request => request.State == RequestState.New),
            InboxTab.Triaged => rows.Where(request => request.State == RequestState.Triaged),
            _ when query.State is { } state => rows.Where(request => request.State == state),
            _ => rows,
        };
        rows = query.JobType is { } jobType ? rows.Where(request => request.JobType == jobType) : rows;
        rows = query.Channel is { } channel ? rows.Where(request => request.Channel == channel) : rows;
        return query.Urgency is { } urgency ? rows.Where(request => request.Urgency == urgency) : rows;
    }

    private static RequestRow Row(Request request, NamedJobs named) => new(
        request.Id,
        request.Number,
        request.State,
        request.JobType,
        request.Description,
        request.Urgency,
        request.Channel,
        request.CreatedAt,
        RequestStates.Open.Contains(request.State) ? request.BookBy : null,
        request.CustomerId,
        named.Customer(request.CustomerId),
        named.Phone(request.CustomerId),
        named.Machine(request.MachineId),
        named.Place(request.AddressId, null),
        request.Version);
}

internal sealed class RequestInboxCountsHandler(ISiteDb db) : IQueryHandler<RequestInboxCounts, IReadOnlyDictionary<InboxTab, int>>
{
    public async Task<Result<IReadOnlyDictionary<InboxTab, int>>> HandleAsync(RequestInboxCounts query, CancellationToken cancellationToken)
    {
        var waiting = await db.List<Request>().Where(request => request.State == RequestState.New).Take(RequestInboxCounts.Limit).CountAsync(cancellationToken);
        var triaged = await db.List<Request>().Where(request => request.State == RequestState.Triaged).Take(RequestInboxCounts.Limit).CountAsync(cancellationToken);
        return new Dictionary<InboxTab, int> { [InboxTab.New] = waiting, [InboxTab.Triaged] = triaged };
    }
}
