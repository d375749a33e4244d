using Microsoft.Extensions.Localization;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Phones;
using ServicePlatform.Search;
using ServicePlatform.Security;

namespace ServicePlatform.Crm.Search;

/// <summary>Customers in the command palette: by name, initials, number, or phone; a whole number shows all who share it.</summary>
internal sealed class CustomerSearch(ICustomerReader reader, ISearchIndex index, IActorContext actors, IStringLocalizer<Texts> texts) : ISearchSource
{
    public int Order => 10;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        if (!actors.Current.Can(CrmPermissions.View))
        {
            return [];
        }

        var found = PhoneNumber.Parse(text) is { } phone
            ? await reader.FindByPhoneAsync(phone.E164, cancellationToken)
            : await ByIndexAsync(text, limit, cancellationToken);
        return found
            .Take(limit)
            .Select(customer => new SearchHit(texts["Customers.Title"], customer.Name, Detail(customer), $"/app/customers/{customer.Id}"))
            .ToList();
    }

    private static string Detail(CustomerSummary customer) =>
        customer.Phone is { } phone ? $"{PhoneNumber.Mask(phone)} · {customer.Number}" : customer.Number;

    private async Task<IReadOnlyList<CustomerSummary>> ByIndexAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var ids = await index.FindAsync(Customer.SubjectKind, text, limit, cancellationToken);
        var customers = await reader.GetAsync(ids, cancellationToken);
        return ids.Where(customers.ContainsKey).Select(id => customers[id]).ToList();
    }
}
