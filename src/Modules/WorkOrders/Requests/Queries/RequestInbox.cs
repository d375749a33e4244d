using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Requests.Queries;

internal enum InboxTab
{
    New,
    Triaged,
    All,
}

/// <summary>Requests in the actor's scope: open ones oldest first, all of them newest first.</summary>
/// <param name="Text">Number, or the customer's name or phone, or a machine's serial.</param>
[RequirePermission(OrderPermissions.View)]
internal sealed record RequestInbox(
    InboxTab Tab,
    PageRequest Page,
    RequestState? State = null,
    string? JobType = null,
    string? Channel = null,
    Urgency? Urgency = null,
    string? Text = null) : IQuery<Page<RequestRow>>;

/// <summary>How many requests wait, for the tabs; at most <see cref="Limit"/> are counted.</summary>
[RequirePermission(OrderPermissions.View)]
internal sealed record RequestInboxCounts : IQuery<IReadOnlyDictionary<InboxTab, int>>
{
    public const int Limit = 100;
}

/// <param name="BookBy">Until when an appointment was promised; null once it is decided.</param>
/// <param name="CustomerName">Null where the actor may not see the customer any more.</param>
/// <param name="Phone">For people, masked.</param>
internal sealed record RequestRow(
    Guid Id,
    string Number,
    RequestState State,
    string JobType,
    string Description,
    Urgency Urgency,
    string Channel,
    DateTime CreatedAt,
    DateTime? BookBy,
    Guid CustomerId,
    string? CustomerName,
    string? Phone,
    string? MachineName,
    string? Place,
    int Version);
