using ServicePlatform.Ui;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Queries;

/// <summary>The tone in which a state is shown.</summary>
internal static class OrderTones
{
    public static Tone Of(OrderState state, bool isLate) => state switch
    {
        _ when isLate => Tone.Bad,
        OrderState.PendingDispatch or OrderState.OutletAssigned => Tone.Warn,
        OrderState.Closed or OrderState.WorkDone => Tone.Good,
        OrderState.Unfixable => Tone.Bad,
        OrderState.Draft or OrderState.Cancelled or OrderState.Voided => Tone.Neutral,
        _ => Tone.Info,
    };

    public static Tone Of(VisitState state) => state switch
    {
        VisitState.Finished => Tone.Good,
        VisitState.NobodyHome or VisitState.Incomplete => Tone.Warn,
        VisitState.Rescheduled or VisitState.Cancelled => Tone.Neutral,
        _ => Tone.Info,
    };

    public static Tone Of(RequestState state) => state switch
    {
        RequestState.New => Tone.Warn,
        RequestState.Triaged => Tone.Info,
        RequestState.SolvedRemotely or RequestState.Converted => Tone.Good,
        _ => Tone.Neutral,
    };

    public static Tone Of(ClockStatus status) => status switch
    {
        ClockStatus.Met => Tone.Good,
        ClockStatus.Missed => Tone.Bad,
        ClockStatus.Paused => Tone.Neutral,
        _ => Tone.Info,
    };
}
