using ServicePlatform.Data;
using ServicePlatform.WorkOrders.Requests.Queries;

namespace ServicePlatform.WorkOrders.Controllers;

internal sealed class RequestListInput : ListInput
{
    public string? Channel { get; set; }
}

/// <param name="IsFiltered">Something was searched or filtered: an empty list then says that nothing fits.</param>
internal sealed record RequestListScreen(InboxTab Tab, IReadOnlyDictionary<InboxTab, int> Counts, Page<RequestRow> Page, bool IsFiltered);
