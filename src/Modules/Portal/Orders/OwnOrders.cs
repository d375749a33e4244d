using Microsoft.Extensions.Localization;
using ServicePlatform.Portal.Contracts.Views;
using ServicePlatform.Ui;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.Portal.Orders;

/// <summary>The signed-in customer's requests and orders, one list of what is on its way and what was done.</summary>
internal sealed class OwnOrders(ICustomerOrderReader orders, IWorkOrderTexts words, SiteTime time, IStringLocalizer<Texts> texts)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<PortalJob>> ListAsync(CancellationToken cancellationToken)
    {
        var requests = await orders.RequestsAsync(Most, cancellationToken);
        var jobs = await orders.OrdersAsync(Most, cancellationToken);

        // A request that became an order is seen as that order.
        return requests.Where(request => request.OrderId is null).Select(Describe)
            .Concat(jobs.Select(Describe))
            .OrderByDescending(job => job.At)
            .ToList();
    }

    public static Tone ToneOf(OrderState state) => state switch
    {
        OrderState.Closed => Tone.Good,
        OrderState.Cancelled or OrderState.Voided => Tone.Neutral,
        OrderState.Unfixable => Tone.Bad,
        _ => Tone.Info,
    };

    public static Tone ToneOf(RequestState state) => state switch
    {
        RequestState.New or RequestState.Triaged => Tone.Info,
        RequestState.SolvedRemotely or RequestState.Closed => Tone.Good,
        _ => Tone.Neutral,
    };

    /// <summary>1 received, 2 at the outlet, 3 booked, 4 at work, 5 done.</summary>
    public static int Stage(CustomerOrder order) => order.State switch
    {
        OrderState.WorkDone or OrderState.UnderReview or OrderState.Closed => 5,
        OrderState.InProgress => 4,
        _ when order.AppointmentConfirmed => 3,
        OrderState.OutletAssigned or OrderState.OutletAccepted or OrderState.TechnicianAssigned => 2,
        _ => 1,
    };

    /// <summary>Customers see one word for what the desk sees in several steps.</summary>
    public string StateText(CustomerOrder order) => order.State switch
    {
        OrderState.Closed => texts["Stage.Done"],
        OrderState.Cancelled or OrderState.Voided or OrderState.Unfixable => words.State(order.State),
        _ => texts["Stage." + Stage(order)],
    };

    private PortalJob Describe(CustomerOrder order) => new(
        order.Number,
        "/orders/" + order.Number,
        words.JobType(order.JobType),
        order is { AppointmentConfirmed: true, AppointmentFrom: { } from, AppointmentUntil: { } until } && IsOpen(order.State)
            ? texts["Job.Appointment", time.Day(DateOnly.FromDateTime(time.ToLocal(from))), time.ToLocal(from).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), time.ToLocal(until).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)]
            : order.Summary,
        ToneOf(order.State),
        StateText(order),
        order.CreatedAt,
        IsOpen(order.State),
        order.MachineId);

    private PortalJob Describe(CustomerRequest request) => new(
        request.Number,
        "/requests/" + request.Number,
        words.JobType(request.JobType),
        request.Description,
        ToneOf(request.State),
        texts["Request." + request.State],
        request.CreatedAt,
        request.State is RequestState.New or RequestState.Triaged,
        request.MachineId);

    private static bool IsOpen(OrderState state) => state is not (OrderState.Closed or OrderState.Cancelled or OrderState.Voided or OrderState.Unfixable);
}
