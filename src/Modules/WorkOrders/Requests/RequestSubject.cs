using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.WorkOrders.Requests;

/// <summary>Whom and what a request is about, checked to belong together.</summary>
internal sealed record RequestSubject(CustomerSummary Customer, MachineSummary? Machine, AddressSummary? Address);

/// <summary>Checks whom and what a request is about; what is not said follows from the machine or from an only address.</summary>
internal sealed class RequestSubjects(ICustomerReader customers, IMachineReader machines)
{
    /// <summary>Among the customers that a member of staff may see.</summary>
    public async Task<Result<RequestSubject>> SeenByStaffAsync(Guid customerId, Guid? machineId, Guid? addressId, CancellationToken cancellationToken)
    {
        var customer = (await customers.GetAsync([customerId], cancellationToken)).GetValueOrDefault(customerId);
        var owned = machineId is null ? [] : await machines.OfCustomersAsync([customerId], cancellationToken);
        var places = await customers.AddressesOfAsync([customerId], cancellationToken);
        return Match(customer, owned, places, machineId, addressId);
    }

    /// <summary>Among those that the signed-in portal account stands for.</summary>
    public async Task<Result<RequestSubject>> OwnAsync(Guid customerId, Guid? machineId, Guid? addressId, CancellationToken cancellationToken)
    {
        var customer = (await customers.OwnAsync(cancellationToken)).FirstOrDefault(own => own.Id == customerId);
        var owned = machineId is null ? [] : await machines.OwnAsync(cancellationToken);
        var places = await customers.OwnAddressesAsync(cancellationToken);
        return Match(customer, owned, places, machineId, addressId);
    }

    private static Result<RequestSubject> Match(
        CustomerSummary? customer, IReadOnlyList<MachineSummary> owned, IReadOnlyList<AddressSummary> places, Guid? machineId, Guid? addressId)
    {
        if (customer is not { IsErased: false })
        {
            return Failure.Invalid("CustomerId", "orders.customer-not-found");
        }

        var machine = owned.FirstOrDefault(row => row.Id == machineId && row.CustomerId == customer.Id);
        if (machineId is not null && machine is null)
        {
            return Failure.Invalid("MachineId", "orders.machine-not-found");
        }

        var own = places.Where(place => place.CustomerId == customer.Id).ToList();
        var wanted = addressId ?? machine?.AddressId ?? (own.Count == 1 ? own[0].Id : null);
        var address = own.Find(place => place.Id == wanted);
        return addressId is not null && address is null
            ? Failure.Invalid("AddressId", "orders.address-not-found")
            : new RequestSubject(customer, machine, address);
    }
}
