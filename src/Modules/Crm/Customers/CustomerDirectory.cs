using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Security;

namespace ServicePlatform.Crm.Customers;

/// <summary>The customers behind a phone that somebody has proven to hold: of all principals, and all who share it. Unconfirmed numbers open nothing.</summary>
internal sealed class CustomerDirectory(ISiteDb db) : ICustomerDirectory
{
    public async Task<IReadOnlyList<CustomerIdentity>> FindByPhoneAsync(string phone, CancellationToken cancellationToken) =>
        await (
            from number in db.List<CustomerPhone>()
            join customer in db.Unscoped<Customer>("the phone is proven by a code") on number.CustomerId equals customer.Id
            where number.Number == phone && number.IsConfirmed
            orderby customer.CreatedAt
            select new CustomerIdentity(customer.Id, customer.Name)).ToListAsync(cancellationToken);
}
