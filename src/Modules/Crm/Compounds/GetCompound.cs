using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Addresses;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data;
using ServicePlatform.Security;
using ServicePlatform.Timelines;

namespace ServicePlatform.Crm.Compounds;

/// <summary>One compound with its readings and the customers in it that the actor sees.</summary>
[RequirePermission(CrmPermissions.View)]
internal sealed record GetCompound(Guid CompoundId) : IQuery<CompoundDetail>;

/// <param name="Readings">Newest first.</param>
/// <param name="Customers">How many households the actor sees there.</param>
internal sealed record CompoundDetail(
    Compound Compound,
    IReadOnlyList<CompoundReading> Readings,
    CompoundWater? Water,
    int Customers,
    IReadOnlyList<CustomerSummary> First,
    IReadOnlyList<TimelineEntry> Timeline);

internal sealed class GetCompoundHandler(ISiteDb db, ICustomerReader customers, ITimeline timeline) : IQueryHandler<GetCompound, CompoundDetail>
{
    private const int MostShown = 20;

    public async Task<Result<CompoundDetail>> HandleAsync(GetCompound query, CancellationToken cancellationToken)
    {
        var compound = await db.List<Compound>().FirstOrDefaultAsync(row => row.Id == query.CompoundId, cancellationToken);
        if (compound is null)
        {
            return Failure.NotFound("crm.compound-not-found");
        }

        var readings = await db.List<CompoundReading>()
            .Where(row => row.CompoundId == compound.Id)
            .OrderByDescending(row => row.TakenOn).ThenByDescending(row => row.Id)
            .ToListAsync(cancellationToken);
        var living = db.List<Customer>().Where(customer => db.List<CustomerAddress>()
            .Any(address => address.CustomerId == customer.Id && address.CompoundId == compound.Id && address.RetiredAt == null));
        var first = await living.OrderBy(customer => customer.Number).Select(customer => customer.Id).Take(MostShown).ToListAsync(cancellationToken);
        return new CompoundDetail(
            compound,
            readings,
            readings.Count == 0 ? null : CompoundReader.Newest(compound.Name, readings),
            await living.CountAsync(cancellationToken),
            [.. (await customers.GetAsync(first, cancellationToken)).Values.OrderBy(customer => customer.Number, StringComparer.Ordinal)],
            await timeline.ReadAsync([new Subject(Compound.SubjectKind, compound.Id)], 30, cancellationToken));
    }
}
