using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Addresses;
using ServicePlatform.Crm.Compounds;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data;
using ServicePlatform.Phones;
using ServicePlatform.Security;

namespace ServicePlatform.Crm.Contacts;

internal sealed class CustomerContacts(ISiteDb db, IActorContext actors, ContactPrivacy privacy, AddressWriter writer) : ICustomerContacts
{
    public async Task<IReadOnlyDictionary<Guid, ContactView>> GetAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken cancellationToken)
    {
        var visible = actors.Current.Kind == ActorKind.Customer
            ? db.Unscoped<Customer>("the customers that the portal account stands for").Where(customer => actors.Current.CustomerIds.Contains(customer.Id))
            : db.List<Customer>();
        var customers = await visible
            .Where(customer => customerIds.Contains(customer.Id))
            .Include(customer => customer.Phones).Include(customer => customer.Addresses).AsSplitQuery()
            .ToListAsync(cancellationToken);
        var clear = await privacy.ClearAsync(customers.Select(customer => customer.Id).ToList(), cancellationToken);
        var compounds = await CompoundNamesAsync(customers, cancellationToken);
        return customers.ToDictionary(customer => customer.Id, customer => View(customer, clear.Contains(customer.Id), compounds));
    }

    /// <summary>In clear, for a use case that has checked and recorded it.</summary>
    public async Task<ContactView> RevealAsync(Customer customer, CancellationToken cancellationToken) =>
        View(customer, true, await CompoundNamesAsync([customer], cancellationToken));

    private ContactView View(Customer customer, bool isClear, Dictionary<Guid, string> compounds) => new(
        customer.Id,
        isClear,
        customer.Phones.OrderBy(phone => phone.Order).Select(phone => View(phone, isClear)).ToList(),
        customer.Addresses.Where(address => address.RetiredAt is null).OrderBy(address => address.Order).Select(address => View(address, isClear, compounds)).ToList());

    private static PhoneView View(CustomerPhone phone, bool isClear) => isClear
        ? new PhoneView(phone.Id, PhoneNumber.Display(phone.Number), phone.Number, phone.Label, phone.IsConfirmed)
        : new PhoneView(phone.Id, PhoneNumber.Mask(phone.Number), null, phone.Label, phone.IsConfirmed);

    private AddressView View(CustomerAddress address, bool isClear, Dictionary<Guid, string> compounds)
    {
        var compound = address.CompoundId is { } id ? compounds.GetValueOrDefault(id) : null;
        return isClear
            ? new AddressView(address.Id, writer.Whole(address, compound), compound, address.Position)
            : new AddressView(address.Id, writer.Masked(address, compound), compound, null);
    }

    private async Task<Dictionary<Guid, string>> CompoundNamesAsync(IEnumerable<Customer> customers, CancellationToken cancellationToken)
    {
        var ids = customers.SelectMany(customer => customer.Addresses).Select(address => address.CompoundId).OfType<Guid>().Distinct().ToList();
        return ids.Count == 0
            ? []
            : await db.List<Compound>().Where(compound => ids.Contains(compound.Id)).ToDictionaryAsync(compound => compound.Id, compound => compound.Name, cancellationToken);
    }
}
