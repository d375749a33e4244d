using ServicePlatform.Crm.Contracts;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Phones;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Requests;

namespace ServicePlatform.WorkOrders.Queries;

/// <summary>Names of what the rows of a list are about, each kind read once for the page.</summary>
internal sealed class JobNames(
    ICustomerReader customers, IMachineReader machines, IOrganisationReader organisations, ITechnicianReader technicians, IDivisions divisions)
{
    public Task<NamedJobs> OfAsync(IReadOnlyCollection<Order> orders, CancellationToken cancellationToken) => LoadAsync(
        [.. orders.Select(order => order.CustomerId)],
        [.. orders.Select(order => order.AddressId).OfType<Guid>()],
        [.. orders.Select(order => order.MachineId).OfType<Guid>()],
        [.. orders.Select(order => order.OutletId).OfType<Guid>()],
        [.. orders.Select(order => order.TechnicianId).OfType<Guid>()],
        cancellationToken);

    public Task<NamedJobs> OfAsync(IReadOnlyCollection<Request> requests, CancellationToken cancellationToken) => LoadAsync(
        [.. requests.Select(request => request.CustomerId)],
        [.. requests.Select(request => request.AddressId).OfType<Guid>()],
        [.. requests.Select(request => request.MachineId).OfType<Guid>()],
        [],
        [],
        cancellationToken);

    private async Task<NamedJobs> LoadAsync(
        HashSet<Guid> customerIds, HashSet<Guid> addressIds, HashSet<Guid> machineIds, HashSet<Guid> outletIds, HashSet<Guid> technicianIds, CancellationToken cancellationToken) => new(
        customerIds.Count == 0 ? new Dictionary<Guid, CustomerSummary>() : await customers.GetAsync(customerIds, cancellationToken),
        addressIds.Count == 0 ? new Dictionary<Guid, AddressSummary>() : await customers.GetAddressesAsync(addressIds, cancellationToken),
        machineIds.Count == 0 ? new Dictionary<Guid, MachineSummary>() : await machines.GetAsync(machineIds, cancellationToken),
        outletIds.Count == 0 ? new Dictionary<Guid, OrganisationSummary>() : await organisations.GetAsync(outletIds, cancellationToken),
        technicianIds.Count == 0 ? new Dictionary<Guid, TechnicianSummary>() : await technicians.GetAsync(technicianIds, cancellationToken),
        divisions);
}

/// <summary>What was found; what the actor may not see is null.</summary>
internal sealed class NamedJobs(
    IReadOnlyDictionary<Guid, CustomerSummary> customers,
    IReadOnlyDictionary<Guid, AddressSummary> addresses,
    IReadOnlyDictionary<Guid, MachineSummary> machines,
    IReadOnlyDictionary<Guid, OrganisationSummary> outlets,
    IReadOnlyDictionary<Guid, TechnicianSummary> technicians,
    IDivisions divisions)
{
    public string? Customer(Guid id) => customers.GetValueOrDefault(id)?.Name;

    /// <summary>For people, masked: lists are looked at by many.</summary>
    public string? Phone(Guid customerId) => customers.GetValueOrDefault(customerId)?.Phone is { } phone ? PhoneNumber.Mask(phone) : null;

    public string? Machine(Guid? id) => id is { } known ? machines.GetValueOrDefault(known)?.ModelName : null;

    public string? Outlet(Guid? id) => id is { } known ? outlets.GetValueOrDefault(known)?.Name : null;

    public string? Technician(Guid? id) => id is { } known ? technicians.GetValueOrDefault(known)?.Name : null;

    /// <summary>District and compound, without street and door.</summary>
    public string? Place(Guid? addressId, string? divisionCode)
    {
        var address = addressId is { } id ? addresses.GetValueOrDefault(id) : null;
        var division = (address?.DivisionCode ?? divisionCode) is { } code ? divisions.Find(code)?.DisplayName : null;
        return address?.CompoundName is { } compound ? string.Join(' ', new[] { division, compound }.OfType<string>()) : division;
    }
}
