using Microsoft.AspNetCore.Mvc.Rendering;
using ServicePlatform.Data;
using ServicePlatform.Fields;
using ServicePlatform.WorkOrders.Orders.Queries;

namespace ServicePlatform.WorkOrders.Controllers;

internal sealed class OrderListInput : ListInput
{
    /// <summary>Path of an organisation.</summary>
    public string? Outlet { get; set; }

    /// <summary><c>2</c> for orders that were refused twice or more.</summary>
    public string? Refused { get; set; }

    /// <summary><c>newest</c>, <c>due</c>, or empty for the order that suits the tab.</summary>
    public string? Sort { get; set; }
}

/// <param name="IsFiltered">Something was searched or filtered: an empty list then says that nothing fits.</param>
internal sealed record OrderListScreen(
    OrderTab Tab,
    IReadOnlyDictionary<OrderTab, int> Counts,
    Page<OrderRow> Page,
    IReadOnlyList<SelectListItem> Outlets,
    IReadOnlyList<CustomField> Fields,
    bool IsFiltered);
