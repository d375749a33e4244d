using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data;
using ServicePlatform.Privacy;

namespace ServicePlatform.Crm.Privacy;

/// <summary>Customers without a machine, a job or anything else for the whole term: erased as at their own wish.</summary>
internal sealed class CustomerRetention(ISiteDb db, CustomerEraser eraser, ILegalHolds holds, IEnumerable<ICustomerPurpose> purposes) : IRetention
{
    public string Id => "crm.customers";

    /// <summary>Records of a sale or a service are kept for three years after it, by the law on electronic commerce.</summary>
    public RetentionTerm Term { get; } = new(RetentionUnit.Months, Usual: 60, Least: 36, Longest: 240);

    public Task<int> CountAsync(DateTime before, CancellationToken cancellationToken) => Due(before).CountAsync(cancellationToken);

    /// <summary>One at a time: he stands in many tables. Whom a part of the product must keep is passed over.</summary>
    public async Task<RetentionStep> RemoveAsync(RetentionPass pass, CancellationToken cancellationToken)
    {
        var after = pass.After;
        var next = await Due(pass.Before).Where(customer => customer.Id.CompareTo(after) > 0).OrderBy(customer => customer.Id).Select(customer => (Guid?)customer.Id).FirstOrDefaultAsync(cancellationToken);
        if (next is not { } id)
        {
            return new RetentionStep(0, false);
        }

        var erased = await eraser.EraseAsync(id, ErasureReason.TermOver, cancellationToken);
        return new RetentionStep(erased.Succeeded ? 1 : 0, true, id);
    }

    private IQueryable<Customer> Due(DateTime before)
    {
        var held = holds.Customers;
        var due = db.Unscoped<Customer>(CrmPersonalRecords.Because).Where(customer => customer.ErasedAt == null && customer.ChangedAt < before && !held.Contains(customer.Id));
        foreach (var purpose in purposes)
        {
            var kept = purpose.Customers(before);
            due = due.Where(customer => !kept.Contains(customer.Id));
        }

        return due;
    }
}
