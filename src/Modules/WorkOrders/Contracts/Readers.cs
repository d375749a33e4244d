namespace ServicePlatform.WorkOrders.Contracts;

/// <summary>An order as its customer may see it: no costs, no internal notes.</summary>
/// <param name="Technician">Name, once one is named.</param>
public sealed record CustomerOrder(
    Guid Id,
    string Number,
    string JobType,
    string Summary,
    OrderState State,
    DateTime CreatedAt,
    Guid? MachineId,
    string? OutletName,
    string? Technician,
    DateTime? AppointmentFrom,
    DateTime? AppointmentUntil,
    bool AppointmentConfirmed,
    DateTime? ClosedAt);

/// <summary>A request that is not an order yet, or ended without one.</summary>
public sealed record CustomerRequest(Guid Id, string Number, string JobType, string Description, RequestState State, DateTime CreatedAt, Guid? MachineId, Guid? OrderId);

/// <param name="Who">The technician, or the brand or dealer whose portal is read.</param>
public sealed record CustomerTimelineEntry(DateTime At, string Text, string Who);

public sealed record CustomerPhoto(Guid FileId, string? Angle, DateTime At);

public sealed record CustomerOrderDetail(
    CustomerOrder Order,
    string? Finding,
    string? Conclusion,
    IReadOnlyList<VisitReading> Readings,
    IReadOnlyList<CustomerPhoto> Photos,
    IReadOnlyList<int> ChangedFilterPositions,
    Guid? SignatureFileId,
    string? SignerName,
    IReadOnlyList<CustomerTimelineEntry> Timeline);

/// <summary>What the signed-in portal account may see of its own requests and orders.</summary>
public interface ICustomerOrderReader
{
    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<CustomerOrder>> OrdersAsync(int limit, CancellationToken cancellationToken);

    Task<IReadOnlyList<CustomerRequest>> RequestsAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Null where the order is not his.</summary>
    Task<CustomerOrderDetail?> OrderAsync(string number, CancellationToken cancellationToken);

    Task<CustomerRequest?> RequestAsync(string number, CancellationToken cancellationToken);
}

/// <summary>An order in lists about a customer or machine, for staff who may see it.</summary>
public sealed record OrderSummary(
    Guid Id,
    string Number,
    string JobType,
    string Summary,
    OrderState State,
    Urgency Urgency,
    Guid CustomerId,
    Guid? MachineId,
    DateTime CreatedAt,
    DateTime? AppointmentFrom,
    DateTime? DueAt)
{
    /// <summary>What a command that changes it must name.</summary>
    public int Version { get; init; }
}

public interface IOrderReader
{
    /// <summary>Orders within the actor's scope; others are left out.</summary>
    Task<IReadOnlyDictionary<Guid, OrderSummary>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Newest first, within the actor's scope.</summary>
    Task<IReadOnlyList<OrderSummary>> OfCustomerAsync(Guid customerId, int limit, CancellationToken cancellationToken);
}

/// <summary>A request in lists, for staff who may see it.</summary>
/// <param name="Version">What a command that changes it must name.</param>
public sealed record RequestSummary(
    Guid Id, string Number, string JobType, string Summary, RequestState State, Urgency Urgency, Guid CustomerId, Guid? MachineId, DateTime CreatedAt, int Version);

public interface IRequestReader
{
    /// <summary>Requests within the actor's scope; others are left out.</summary>
    Task<IReadOnlyDictionary<Guid, RequestSummary>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);
}
