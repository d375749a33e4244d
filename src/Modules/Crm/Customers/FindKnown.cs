using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Phones;
using ServicePlatform.Security;

namespace ServicePlatform.Crm.Customers;

/// <summary>Customers who have one of these numbers already, so that nobody is filed twice.</summary>
/// <param name="Phones">As typed; what is no number is left out.</param>
[RequirePermission(CrmPermissions.View)]
internal sealed record FindKnown(IReadOnlyList<string> Phones) : IQuery<IReadOnlyList<CustomerSummary>>;

internal sealed class FindKnownHandler(ICustomerReader reader) : IQueryHandler<FindKnown, IReadOnlyList<CustomerSummary>>
{
    public async Task<Result<IReadOnlyList<CustomerSummary>>> HandleAsync(FindKnown query, CancellationToken cancellationToken)
    {
        var known = new Dictionary<Guid, CustomerSummary>();
        foreach (var phone in query.Phones.Take(20).Select(PhoneNumber.Parse).OfType<PhoneNumber>().Distinct())
        {
            foreach (var customer in await reader.FindByPhoneAsync(phone.E164, cancellationToken))
            {
                known[customer.Id] = customer;
            }
        }

        return known.Values.ToList();
    }
}
