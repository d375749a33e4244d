using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;
using static ServicePlatform.WorkOrders.Contracts.VisitState;

namespace ServicePlatform.WorkOrders.Visits;

/// <summary>The transitions of a visit.</summary>
internal static class VisitStates
{
    public static StateTable<VisitState> Table { get; } = new StateTable<VisitState> { Start = Proposed }
        .Allow(Proposed, Confirmed, Rescheduled, Cancelled)
        .Allow(Confirmed, EnRoute, Rescheduled, Cancelled)
        .Allow(EnRoute, Arrived, Rescheduled, Cancelled)
        .Allow(Arrived, Working, NobodyHome, Incomplete, Cancelled)
        .Allow(Working, Finished, Incomplete)
        .Allow(Finished)
        .Allow(NobodyHome)
        .Allow(Incomplete)
        .Allow(Rescheduled)
        .Allow(Cancelled);

    /// <summary>Planned or under way.</summary>
    public static IReadOnlyList<VisitState> Open { get; } = [Proposed, Confirmed, EnRoute, Arrived, Working];

    /// <summary>Planned, nobody has set out.</summary>
    public static IReadOnlyList<VisitState> Planned { get; } = [Proposed, Confirmed];

    /// <summary>Agreed with the customer and not ended: the technician's time is taken.</summary>
    public static IReadOnlyList<VisitState> Promised { get; } = [Confirmed, EnRoute, Arrived, Working];

    public static IReadOnlyList<VisitState> UnderWay { get; } = [EnRoute, Arrived, Working];
}
