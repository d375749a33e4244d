using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Addresses;
using ServicePlatform.Crm.Compounds;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Greetings;
using ServicePlatform.Data;
using ServicePlatform.Security;

namespace ServicePlatform.Crm.Customers;

internal sealed class CustomerReader(ISiteDb db, IActorContext actors, Greeter greeter, AddressWriter writer) : ICustomerReader
{
    private IQueryable<Customer> Own =>
        db.Unscoped<Customer>("the customers that the portal account stands for").Where(customer => actors.Current.CustomerIds.Contains(customer.Id));

    public async Task<IReadOnlyDictionary<Guid, CustomerSummary>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = ids.Count == 0 ? [] : await SummariseAsync(db.List<Customer>().Where(customer => ids.Contains(customer.Id)), cancellationToken);
        return found.ToDictionary(customer => customer.Id);
    }

    public async Task<IReadOnlyDictionary<Guid, AddressSummary>> GetAddressesAsync(IReadOnlyCollection<Guid> addressIds, CancellationToken cancellationToken)
    {
        if (addressIds.Count == 0)
        {
            return new Dictionary<Guid, AddressSummary>();
        }

        var addresses = db.List<CustomerAddress>().Where(address => addressIds.Contains(address.Id));
        return (await AddressesAsync(db.List<Customer>(), addresses, cancellationToken)).ToDictionary(address => address.Id);
    }

    public Task<CustomerPlace?> FindPlaceAsync(Guid customerId, Guid? addressId, CancellationToken cancellationToken) =>
        db.List<Customer>().Where(customer => customer.Id == customerId && customer.ErasedAt == null)
            .Select(customer => new CustomerPlace(customer.PrincipalId, addressId == null || customer.Addresses.Any(address => address.Id == addressId)))
            .FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<AddressSummary>> AddressesOfAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken cancellationToken)
    {
        if (customerIds.Count == 0)
        {
            return [];
        }

        var addresses = db.List<CustomerAddress>().Where(address => customerIds.Contains(address.CustomerId) && address.RetiredAt == null);
        return await AddressesAsync(db.List<Customer>(), addresses, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, Guid>> FindByExternalCodesAsync(Guid principalId, IReadOnlyCollection<string> codes, CancellationToken cancellationToken) =>
        await db.List<Customer>()
            .Where(customer => customer.PrincipalId == principalId && codes.Contains(customer.ExternalKey) && customer.ExternalCode != null)
            .ToDictionaryAsync(customer => customer.ExternalKey, customer => customer.Id, StringComparer.Ordinal, cancellationToken);

    public async Task<IReadOnlyList<CustomerSummary>> FindByPhoneAsync(string phone, CancellationToken cancellationToken)
    {
        var ids = await db.List<CustomerPhone>().Where(row => row.Number == phone).Select(row => row.CustomerId).ToListAsync(cancellationToken);
        return ids.Count == 0 ? [] : await SummariseAsync(db.List<Customer>().Where(customer => ids.Contains(customer.Id)), cancellationToken);
    }

    public async Task<ILookup<string, CustomerName>> FindByPhonesAsync(Guid principalId, IReadOnlyCollection<string> phones, CancellationToken cancellationToken)
    {
        var customers = db.List<Customer>().Where(customer => customer.PrincipalId == principalId);
        var rows = await (
            from phone in db.List<CustomerPhone>()
            where phones.Contains(phone.Number)
            join customer in customers on phone.CustomerId equals customer.Id
            select new { phone.Number, customer.Id, customer.Name }).ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.Number, row => new CustomerName(row.Id, row.Name), StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<CustomerNumber>> PageAsync(Guid principalId, string? after, int count, CancellationToken cancellationToken) =>
        await db.List<Customer>()
            .Where(customer => customer.PrincipalId == principalId && (after == null || string.Compare(customer.Number, after) > 0))
            .OrderBy(customer => customer.Number)
            .Take(count)
            .Select(customer => new CustomerNumber(customer.Id, customer.Number))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, SaveCustomer>> AsTheyStandAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var customers = await db.List<Customer>().Include(customer => customer.Phones).Include(customer => customer.Addresses).AsSplitQuery()
            .Where(customer => ids.Contains(customer.Id)).ToListAsync(cancellationToken);
        var compoundIds = customers.SelectMany(customer => customer.Addresses).Select(address => address.CompoundId).OfType<Guid>().Distinct().ToList();
        var compounds = await db.List<Compound>().Where(compound => compoundIds.Contains(compound.Id))
            .ToDictionaryAsync(compound => compound.Id, compound => compound.Name, cancellationToken);
        return customers.ToDictionary(customer => customer.Id, customer => AsItStands.Of(customer, compounds));
    }

    public async Task<IReadOnlyList<CustomerSummary>> OwnAsync(CancellationToken cancellationToken) =>
        actors.Current.CustomerIds.Count == 0 ? [] : await SummariseAsync(Own, cancellationToken);

    public async Task<IReadOnlyList<AddressSummary>> OwnAddressesAsync(CancellationToken cancellationToken) =>
        actors.Current.CustomerIds.Count == 0
            ? []
            : await AddressesAsync(Own, db.List<CustomerAddress>().Where(address => address.RetiredAt == null), cancellationToken);

    private async Task<List<CustomerSummary>> SummariseAsync(IQueryable<Customer> customers, CancellationToken cancellationToken)
    {
        var rows = await customers.Include(customer => customer.Phones.OrderBy(phone => phone.Order)).OrderBy(customer => customer.Number).ToListAsync(cancellationToken);
        return rows.Select(customer => new CustomerSummary(
            customer.Id,
            customer.Number,
            customer.PrincipalId,
            customer.Kind,
            customer.Name,
            greeter.Greet(customer.Kind, customer.Name, customer.Gender),
            customer.Phones.Count == 0 ? null : customer.Phones[0].Number,
            customer.Level,
            customer.IsElderly,
            customer.PreferredChannel,
            customer.ErasedAt is not null)).ToList();
    }

    private async Task<List<AddressSummary>> AddressesAsync(IQueryable<Customer> customers, IQueryable<CustomerAddress> addresses, CancellationToken cancellationToken)
    {
        var rows = await (
            from address in addresses
            join customer in customers on address.CustomerId equals customer.Id
            join compound in db.List<Compound>() on address.CompoundId equals compound.Id into compounds
            from compound in compounds.DefaultIfEmpty()
            orderby address.CustomerId, address.Order
            select new { address, Compound = compound == null ? null : compound.Name }).ToListAsync(cancellationToken);
        return rows.Select(row => new AddressSummary(
            row.address.Id,
            row.address.CustomerId,
            row.address.DivisionCode,
            row.address.CompoundId,
            row.Compound,
            writer.Whole(row.address, row.Compound),
            row.address.Position)).ToList();
    }
}
