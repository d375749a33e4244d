using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Numbers;
using ServicePlatform.Phones;
using ServicePlatform.Search;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Access;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;

namespace ServicePlatform.WorkOrders.Requests;

/// <summary>What both ways of intake have in common.</summary>
/// <param name="Phone">As typed.</param>
internal sealed record RequestInput(
    string Channel, string JobType, string Description, Urgency Urgency, DateTime? WishedFrom, DateTime? WishedUntil, string? Phone);

/// <summary>Makes requests.</summary>
internal sealed class RequestMaker(ISiteDb db, INumbers numbers, IntakeDesk desk, JobAccess access, ISearchIndex search, Journal journal, IClock clock)
{
    public async Task<Result<Guid>> MakeAsync(RequestSubject about, RequestInput input, CancellationToken cancellationToken)
    {
        var phone = PhoneNumber.Parse(input.Phone);
        if (phone is null && !string.IsNullOrWhiteSpace(input.Phone))
        {
            return Failure.Invalid("ContactPhone", "orders.phone-unreadable");
        }

        var request = new Request
        {
            Number = await numbers.NextAsync("SR", cancellationToken),
            PrincipalId = about.Customer.PrincipalId,
            HolderPath = await desk.PathAsync(cancellationToken),
            CustomerId = about.Customer.Id,
            Channel = input.Channel,
            JobType = input.JobType,
            Description = input.Description.Trim(),
            WishedFrom = input.WishedFrom,
            WishedUntil = input.WishedUntil,
            ContactPhone = phone?.E164,
            CreatedAt = clock.UtcNow,
        }.About(about.Machine?.Id, about.Address?.Id, input.Urgency);
        request.BookBy = await desk.BookByAsync(request, about, cancellationToken);
        db.Set<Request>().Add(request);
        await access.OpenAsync(request, cancellationToken);
        await search.SetAsync(Subjects.Request(request.Id), [(SearchField.Number, request.Number)], cancellationToken);
        journal.Write(request);
        return request.Id;
    }
}
