using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Greetings;
using ServicePlatform.Crm.Households;
using ServicePlatform.Data;
using ServicePlatform.Fields;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Timelines;

namespace ServicePlatform.Crm.Customers;

/// <summary>All that the customer page shows, the sections of higher modules included.</summary>
[RequirePermission(CrmPermissions.View)]
internal sealed record GetCustomer(Guid CustomerId) : IQuery<CustomerDetail>;

/// <param name="Sharing">Others who have one of his numbers, as far as the actor sees them.</param>
internal sealed record CustomerDetail(
    Customer Customer,
    string Greeting,
    string Principal,
    ContactView Contact,
    CustomerFile File,
    HouseholdProfile? Profile,
    IReadOnlyList<CustomerSection> Sections,
    IReadOnlyList<CustomerSummary> Sharing,
    IReadOnlyList<TimelineEntry> Timeline,
    CustomFieldSheet Fields);

internal sealed class GetCustomerHandler(
    ISiteDb db,
    ICustomerContacts contacts,
    ICustomerReader reader,
    IPrincipalReader principals,
    IEnumerable<ICustomerCard> cards,
    ITimeline timeline,
    ICustomFields fields,
    Greeter greeter) : IQueryHandler<GetCustomer, CustomerDetail>
{
    private const int MostFacts = 50;

    public async Task<Result<CustomerDetail>> HandleAsync(GetCustomer query, CancellationToken cancellationToken)
    {
        var customer = await db.List<Customer>()
            .Include(row => row.Phones).Include(row => row.Addresses).AsSplitQuery()
            .FirstOrDefaultAsync(row => row.Id == query.CustomerId, cancellationToken);
        if (customer is null)
        {
            return Failure.NotFound("crm.customer-not-found");
        }

        var profile = await db.List<HouseholdProfile>()
            .Where(row => row.CustomerId == customer.Id)
            .OrderByDescending(row => row.Revision)
            .FirstOrDefaultAsync(cancellationToken);
        return new CustomerDetail(
            customer,
            greeter.Greet(customer.Kind, customer.Name, customer.Gender),
            (await principals.ListAsync(cancellationToken)).FirstOrDefault(principal => principal.Id == customer.PrincipalId)?.Name ?? "",
            (await contacts.GetAsync([customer.Id], cancellationToken))[customer.Id],
            CustomerFile.Of(customer),
            profile,
            await SectionsAsync(customer.Id, cancellationToken),
            await SharingAsync(customer, cancellationToken),
            await timeline.ReadAsync([customer.Subject], MostFacts, cancellationToken),
            await fields.SheetAsync(customer.Subject, customer.PrincipalId, cancellationToken));
    }

    private async Task<List<CustomerSection>> SectionsAsync(Guid customerId, CancellationToken cancellationToken)
    {
        // One after the other: they share the connection of the request.
        var sections = new List<CustomerSection>();
        foreach (var card in cards.OrderBy(card => card.Order))
        {
            if (await card.BuildAsync(customerId, cancellationToken) is { } section)
            {
                sections.Add(section);
            }
        }

        return sections;
    }

    private async Task<List<CustomerSummary>> SharingAsync(Customer customer, CancellationToken cancellationToken)
    {
        var numbers = customer.Phones.Select(phone => phone.Number).ToList();
        var others = await db.List<CustomerPhone>()
            .Where(phone => numbers.Contains(phone.Number) && phone.CustomerId != customer.Id)
            .Select(phone => phone.CustomerId)
            .Distinct().Take(20).ToListAsync(cancellationToken);
        return [.. (await reader.GetAsync(others, cancellationToken)).Values];
    }
}
