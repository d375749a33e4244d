using ServicePlatform.Devices.Contracts;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>The tone in which each state is shown.</summary>
internal static class Signs
{
    public static string Tone(RequestState state) => state switch
    {
        RequestState.New => "warn",
        RequestState.Triaged or RequestState.Converted => "info",
        RequestState.SolvedRemotely => "good",
        _ => "neutral",
    };

    public static string Tone(OrderState state) => state switch
    {
        OrderState.PendingDispatch => "warn",
        OrderState.OutletAssigned or OrderState.OutletAccepted or OrderState.TechnicianAssigned => "info",
        OrderState.InProgress or OrderState.WorkDone or OrderState.UnderReview => "info",
        OrderState.Closed => "good",
        OrderState.Unfixable => "bad",
        _ => "neutral",
    };

    public static string Tone(VisitState state) => state switch
    {
        VisitState.Proposed or VisitState.NobodyHome or VisitState.Incomplete => "warn",
        VisitState.Confirmed or VisitState.EnRoute or VisitState.Arrived or VisitState.Working => "info",
        VisitState.Finished => "good",
        _ => "neutral",
    };

    public static string Tone(FilterCondition condition) => condition switch
    {
        FilterCondition.Due => "bad",
        FilterCondition.DueSoon or FilterCondition.Watch => "warn",
        _ => "good",
    };

    public static string Tone(ArrivalOutcome outcome) => outcome == ArrivalOutcome.Validated ? "good" : "warn";

    /// <summary>A count of a tab: nothing for none, and no more than the limit that was counted to.</summary>
    public static string? Count(int count, int limit) => count switch
    {
        0 => null,
        _ when count >= limit => $"{limit - 1}+",
        _ => count.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
