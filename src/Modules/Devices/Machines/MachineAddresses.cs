using ServicePlatform.Crm.Contracts;

namespace ServicePlatform.Devices.Machines;

/// <summary>Where machines stand, as the actor may see it: without building and room where his role does not show them.</summary>
internal sealed class MachineAddresses(ICustomerContacts contacts)
{
    /// <summary>By machine; machines without a known address are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Machine> machines, CancellationToken cancellationToken)
    {
        var placed = machines.Where(machine => machine.AddressId is not null).ToList();
        var views = await contacts.GetAsync([.. placed.Select(machine => machine.CustomerId).Distinct()], cancellationToken);
        var texts = views.Values.SelectMany(view => view.Addresses).DistinctBy(address => address.Id).ToDictionary(address => address.Id, address => address.Text);
        return placed.Where(machine => texts.ContainsKey(machine.AddressId!.Value)).ToDictionary(machine => machine.Id, machine => texts[machine.AddressId!.Value]);
    }
}
