using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Machines;

namespace ServicePlatform.Devices.Privacy;

/// <summary>A customer with a machine is served, however long nothing was to be done.</summary>
internal sealed class MachinePurpose(ISiteDb db) : ICustomerPurpose
{
    private const string Because = "whether there is a machine is asked of all customers, whoever sees them";

    public IQueryable<Guid> Customers(DateTime since) =>
        db.Unscoped<Machine>(Because).Where(machine => machine.Status != MachineStatus.Scrapped || machine.RegisteredAt >= since).Select(machine => machine.CustomerId);
}
