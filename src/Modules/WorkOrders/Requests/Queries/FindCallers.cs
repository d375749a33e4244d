using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Phones;
using ServicePlatform.Search;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Requests.Queries;

/// <summary>The customers that an agent may mean by what he types: a whole phone number, its end, or a name. At most 12, best first.</summary>
[RequirePermission(OrderPermissions.Intake)]
internal sealed record FindCallers(string Text) : IQuery<IReadOnlyList<CallerMatch>>;

/// <param name="PhoneText">For people, masked.</param>
internal sealed record CallerMatch(Guid CustomerId, string Name, string? PhoneText, string? Place);

internal sealed class FindCallersHandler(ISearchIndex index, ICustomerReader customers, ICustomerContacts contacts)
    : IQueryHandler<FindCallers, IReadOnlyList<CallerMatch>>
{
    private const int Most = 12;
    private const int Shortest = 2;
    private const int Longest = 100;

    public async Task<Result<IReadOnlyList<CallerMatch>>> HandleAsync(FindCallers query, CancellationToken cancellationToken)
    {
        var text = query.Text.Trim();
        if (text.Length is < Shortest or > Longest)
        {
            return Array.Empty<CallerMatch>();
        }

        var found = await FindAsync(text, cancellationToken);
        var known = await contacts.GetAsync([.. found.Select(customer => customer.Id)], cancellationToken);
        return found.Select(customer => Match(customer, known.GetValueOrDefault(customer.Id))).ToList();
    }

    /// <summary>A whole number finds everybody who has it, and nobody else.</summary>
    private async Task<IReadOnlyList<CustomerSummary>> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (PhoneNumber.Parse(text) is { } phone)
        {
            return await customers.FindByPhoneAsync(phone.E164, cancellationToken);
        }

        var ids = await index.FindAsync("customer", text, Most, cancellationToken);
        var seen = await customers.GetAsync(ids, cancellationToken);
        return [.. ids.Where(seen.ContainsKey).Select(id => seen[id])];
    }

    private static CallerMatch Match(CustomerSummary customer, ContactView? contact) =>
        new(customer.Id, customer.Name, contact?.Phones.FirstOrDefault()?.Text, contact?.Addresses.FirstOrDefault()?.Text);
}
