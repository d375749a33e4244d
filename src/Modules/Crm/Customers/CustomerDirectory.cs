using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Security;

namespace ServicePlatform.Crm.Customers;

/// <summary>The customers behind a phone that somebody has proven to hold: of all principals, and all whose own it is. Unconfirmed numbers open nothing.</summary>
internal sealed class CustomerDirectory(ISiteDb db) : ICustomerDirectory
{
    public async Task<IReadOnlyList<CustomerIdentity>> FindByPhoneAsync(string phone, CancellationToken cancellationToken)
    {
        var found = await (
            from number in db.List<CustomerPhone>()
            join customer in db.Unscoped<Customer>("the phone is proven by a code") on number.CustomerId equals customer.Id
            where number.Number == phone && number.IsConfirmed
            orderby customer.CreatedAt
            select new { customer.Id, customer.Name, IsFirst = number.Order == 0 }).ToListAsync(cancellationToken);

        // Where it is somebody's own number, those with whom it is only noted as a further one stay closed.
        var own = found.Where(row => row.IsFirst).ToList();
        return (own.Count > 0 ? own : found).ConvertAll(row => new CustomerIdentity(row.Id, row.Name));
    }
}
