using ServicePlatform.Data;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Clocks;

/// <summary>A time in which an order waits, with its reason and the clocks that stood still meanwhile.</summary>
internal sealed class OrderPause : Entity
{
    public Guid OrderId { get; init; }

    public PauseReason Reason { get; init; }

    public string? Note { get; init; }

    public DateTime StartedAt { get; init; }

    public DateTime? EndedAt { get; set; }

    public bool StopsDispatch { get; init; }

    public bool StopsBooking { get; init; }

    public bool StopsCompletion { get; init; }

    public bool Stops(ClockKind kind) => kind switch
    {
        ClockKind.Dispatch => StopsDispatch,
        ClockKind.Booking => StopsBooking,
        _ => StopsCompletion,
    };
}
