using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data;

namespace ServicePlatform.Crm.Households;

internal sealed class HouseholdReader(ISiteDb db) : IHouseholdReader
{
    public async Task<IReadOnlyDictionary<Guid, int>> SizesAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken cancellationToken) =>
        await db.Unscoped<Customer>("a number of people; the caller has checked that the actor may see what belongs to the customer")
            .Where(customer => customerIds.Contains(customer.Id) && customer.Kind == CustomerKind.Person && customer.HouseholdSize != null)
            .ToDictionaryAsync(customer => customer.Id, customer => customer.HouseholdSize!.Value, cancellationToken);
}
