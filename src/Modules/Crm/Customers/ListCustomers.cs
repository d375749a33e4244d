using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Addresses;
using ServicePlatform.Crm.Compounds;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Fields;
using ServicePlatform.Phones;
using ServicePlatform.Search;
using ServicePlatform.Security;

namespace ServicePlatform.Crm.Customers;

/// <summary>Customers that the actor sees: the newest first, or those that a search finds, best first.</summary>
/// <param name="Fields">Filters on the site's own fields.</param>
/// <param name="Text">Name, initials, number, last digits of a phone; a whole phone number finds all who share it and nobody else.</param>
[RequirePermission(CrmPermissions.View)]
internal sealed record ListCustomers(string? Text, CustomerKind? Kind, string? Level, bool? IsElderly, Guid? PrincipalId, PageRequest Page, IReadOnlyList<CustomFilter>? Fields = null) : IQuery<CustomerList>;

/// <param name="SharedPhone">True where the search was a whole number and several customers have it.</param>
/// <param name="IsCut">True where more was found than is shown.</param>
internal sealed record CustomerList(Page<CustomerRow> Rows, bool SharedPhone, bool IsCut);

/// <param name="Phone">Masked.</param>
/// <param name="Place">County and compound.</param>
internal sealed record CustomerRow(
    Guid Id, string Number, string Name, CustomerKind Kind, string Level, bool IsElderly, Guid PrincipalId, string? Phone, string? Place, DateTime CreatedAt);

internal sealed class ListCustomersHandler(ISiteDb db, IGrantedLists lists, ISearchIndex search, ICustomFields fields, AddressWriter writer) : IQueryHandler<ListCustomers, CustomerList>
{
    private const int MostFound = 100;

    public async Task<Result<CustomerList>> HandleAsync(ListCustomers query, CancellationToken cancellationToken)
    {
        var rows = await fields.NarrowAsync(Filter(db.List<Customer>(), query), Customer.SubjectKind, query.Fields ?? [], cancellationToken);
        if (string.IsNullOrWhiteSpace(query.Text))
        {
            var page = await lists.NewestAsync(rows, customer => customer.CreatedAt, query.Page, cancellationToken);
            return new CustomerList(await DescribeAsync(page, cancellationToken), false, false);
        }

        var phone = PhoneNumber.Parse(query.Text);
        var ids = phone is not null
            ? await db.List<CustomerPhone>().Where(row => row.Number == phone.E164).Select(row => row.CustomerId).ToListAsync(cancellationToken)
            : [.. await search.FindAsync(Customer.SubjectKind, query.Text, MostFound, cancellationToken)];
        var found = await rows.Where(customer => ids.Contains(customer.Id)).ToListAsync(cancellationToken);
        var ranked = found.OrderBy(customer => ids.IndexOf(customer.Id)).ToList();
        return new CustomerList(
            await DescribeAsync(new Page<Customer>(ranked, null, null), cancellationToken),
            SharedPhone: phone is not null && ranked.Count > 1,
            IsCut: phone is null && ids.Count >= MostFound);
    }

    private static IQueryable<Customer> Filter(IQueryable<Customer> rows, ListCustomers query)
    {
        rows = query.Kind is { } kind ? rows.Where(customer => customer.Kind == kind) : rows;
        rows = query.Level is { Length: > 0 } level ? rows.Where(customer => customer.Level == level) : rows;
        rows = query.IsElderly is { } elderly ? rows.Where(customer => customer.IsElderly == elderly) : rows;
        return query.PrincipalId is { } principal ? rows.Where(customer => customer.PrincipalId == principal) : rows;
    }

    private async Task<Page<CustomerRow>> DescribeAsync(Page<Customer> page, CancellationToken cancellationToken)
    {
        var ids = page.Items.Select(customer => customer.Id).ToList();
        var phones = (await db.List<CustomerPhone>().Where(phone => ids.Contains(phone.CustomerId) && phone.Order == 0).ToListAsync(cancellationToken))
            .ToDictionary(phone => phone.CustomerId, phone => PhoneNumber.Mask(phone.Number));
        var places = await (
            from address in db.List<CustomerAddress>()
            join compound in db.List<Compound>() on address.CompoundId equals compound.Id into compounds
            from compound in compounds.DefaultIfEmpty()
            where ids.Contains(address.CustomerId) && address.RetiredAt == null
            select new { address, Compound = compound == null ? null : compound.Name }).ToListAsync(cancellationToken);
        var first = places.GroupBy(row => row.address.CustomerId).ToDictionary(group => group.Key, group => group.MinBy(row => row.address.Order)!);
        return page.Select(customer => new CustomerRow(
            customer.Id,
            customer.Number,
            customer.Name,
            customer.Kind,
            customer.Level,
            customer.IsElderly,
            customer.PrincipalId,
            phones.GetValueOrDefault(customer.Id),
            first.GetValueOrDefault(customer.Id) is { } place ? writer.Short(place.address, place.Compound) : null,
            customer.CreatedAt));
    }
}
