using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;

namespace ServicePlatform.WorkOrders.Requests;

/// <summary>The transitions of a request. Requests = open + converted + closed with a reason.</summary>
internal static class RequestStates
{
    public static StateTable<RequestState> Table { get; } = new StateTable<RequestState> { Start = RequestState.New }
        .Allow(RequestState.New, RequestState.Triaged, RequestState.SolvedRemotely, RequestState.Duplicate, RequestState.Rejected)
        .Allow(RequestState.Triaged, RequestState.Converted, RequestState.SolvedRemotely, RequestState.Duplicate, RequestState.Rejected)
        .Allow(RequestState.SolvedRemotely, RequestState.Closed)
        .Allow(RequestState.Converted, RequestState.Closed)
        .Allow(RequestState.Duplicate, RequestState.Closed)
        .Allow(RequestState.Rejected, RequestState.Closed)
        .Allow(RequestState.Closed);

    /// <summary>Somebody still has to decide.</summary>
    public static IReadOnlyList<RequestState> Open { get; } = [RequestState.New, RequestState.Triaged];
}
