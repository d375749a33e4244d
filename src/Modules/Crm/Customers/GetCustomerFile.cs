using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Compounds;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Fields;
using ServicePlatform.Security;

namespace ServicePlatform.Crm.Customers;

/// <summary>A customer for his form. Holds numbers in clear: what is shown of them, <see cref="CustomerFileContent.Contact"/> says.</summary>
[RequirePermission(CrmPermissions.Edit)]
internal sealed record GetCustomerFile(Guid CustomerId) : IQuery<CustomerFileContent>;

internal sealed record CustomerFileContent(Customer Customer, ContactView Contact, IReadOnlyDictionary<Guid, string> Compounds, CustomFieldSheet Fields);

internal sealed class GetCustomerFileHandler(ISiteDb db, ICustomerContacts contacts, ICustomFields fields) : IQueryHandler<GetCustomerFile, CustomerFileContent>
{
    public async Task<Result<CustomerFileContent>> HandleAsync(GetCustomerFile query, CancellationToken cancellationToken)
    {
        var customer = await db.List<Customer>()
            .Include(row => row.Phones).Include(row => row.Addresses).AsSplitQuery()
            .FirstOrDefaultAsync(row => row.Id == query.CustomerId, cancellationToken);
        if (customer is null)
        {
            return Failure.NotFound("crm.customer-not-found");
        }

        var ids = customer.Addresses.Select(address => address.CompoundId).OfType<Guid>().ToList();
        return new CustomerFileContent(
            customer,
            (await contacts.GetAsync([customer.Id], cancellationToken))[customer.Id],
            await db.List<Compound>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken),
            await fields.SheetAsync(customer.Subject, customer.PrincipalId, cancellationToken));
    }
}
