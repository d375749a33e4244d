using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Addresses;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data;
using ServicePlatform.Events;
using ServicePlatform.Phones;
using ServicePlatform.Privacy;
using ServicePlatform.Timelines;

namespace ServicePlatform.Crm.Privacy;

/// <summary>Erases one customer in the current transaction, whoever may see him, unless a part of the product must keep him.</summary>
internal sealed class CustomerEraser(ISiteDb db, IEnumerable<IPersonalRecords> records, ITimeline timeline, IEvents events)
{
    /// <summary>Shorter ones stand in other words too.</summary>
    private const int ShortestWord = 2;

    public async Task<Result<Done>> EraseAsync(Guid customerId, ErasureReason reason, CancellationToken cancellationToken)
    {
        var customer = await db.Unscoped<Customer>(CrmPersonalRecords.Because).AsNoTracking().Include(row => row.Phones).Include(row => row.Addresses).AsSplitQuery()
            .SingleAsync(row => row.Id == customerId, cancellationToken);
        var parts = records.OrderBy(part => part.Order).ToList();
        foreach (var part in parts)
        {
            if (await part.WhyKeptAsync(customer.Id, cancellationToken) is { } kept)
            {
                return kept;
            }
        }

        var person = new PersonErasure(customer.Id, await OwnPhonesAsync(customer, cancellationToken), Words(customer));
        foreach (var part in parts)
        {
            await part.EraseAsync(person, cancellationToken);
        }

        timeline.Add(customer.Subject, "crm.customer-erased", "@ErasureReason." + reason);
        events.Publish(new CustomerErased(customer.Id));
        return Result.Done;
    }

    /// <summary>By what he would be found in free text.</summary>
    public static IReadOnlyList<string> Words(Customer customer) =>
    [
        .. customer.Phones.SelectMany(phone => new[] { phone.Number, phone.Number.Replace("+86", "", StringComparison.Ordinal), PhoneNumber.Display(phone.Number) })
            .Concat(customer.Addresses.SelectMany(Places))
            .Append(customer.Name)
            .Select(word => word.Trim())
            .Where(word => word.Length >= ShortestWord)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>A number that somebody else has too stays his.</summary>
    private async Task<IReadOnlyList<string>> OwnPhonesAsync(Customer customer, CancellationToken cancellationToken)
    {
        var numbers = customer.Phones.Select(phone => phone.Number).ToList();
        var shared = await db.Unscoped<CustomerPhone>(CrmPersonalRecords.Because).Where(phone => numbers.Contains(phone.Number) && phone.CustomerId != customer.Id).Select(phone => phone.Number).ToListAsync(cancellationToken);
        return [.. numbers.Except(shared, StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Places(CustomerAddress address) => new[] { address.Street, address.Detail }.OfType<string>();
}
