using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Categories;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Devices.Models;
using ServicePlatform.Devices.Readings;
using ServicePlatform.Fields;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Timelines;

namespace ServicePlatform.Devices.Machines;

/// <summary>Everything that is known of one machine.</summary>
[RequirePermission(DevicePermissions.View)]
internal sealed record GetMachine(Guid MachineId) : IQuery<MachineDetail>;

/// <param name="Address">As the actor may see it.</param>
/// <param name="Chains">All filters by position, the newest of each position first.</param>
/// <param name="Pace">How fast the household drinks.</param>
/// <param name="Places">Paths of seller and installer with their names.</param>
internal sealed record MachineDetail(
    Machine Machine,
    MachineSummary Summary,
    Category Category,
    Model? Model,
    CustomerSummary? Customer,
    string? Address,
    PrincipalSummary? Principal,
    IReadOnlyList<FilterState> Filters,
    IReadOnlyList<IGrouping<int, InstalledFilter>> Chains,
    Pace Pace,
    IReadOnlyList<BaselineComparison> Readings,
    IReadOnlyDictionary<string, OrganisationSummary> Places,
    IReadOnlyList<TimelineEntry> Timeline,
    CustomFieldSheet Fields);

internal sealed class GetMachineHandler(
    ISiteDb db,
    MachineSummaries summaries,
    ICustomerReader customers,
    MachineAddresses addresses,
    IPrincipalReader principals,
    IOrganisationReader organisations,
    DueDates dueDates,
    ITimeline timeline,
    ICustomFields fields,
    SiteDays days) : IQueryHandler<GetMachine, MachineDetail>
{
    private const int MostReadings = 500;
    private const int MostFacts = 50;

    public async Task<Result<MachineDetail>> HandleAsync(GetMachine query, CancellationToken cancellationToken)
    {
        var machine = await db.List<Machine>().Include(known => known.Attributes)
            .FirstOrDefaultAsync(known => known.Id == query.MachineId, cancellationToken);
        if (machine is null)
        {
            return Failure.NotFound("devices.machine-not-found");
        }

        var category = await db.List<Category>().Include(known => known.Attributes).FirstAsync(known => known.Id == machine.CategoryId, cancellationToken);
        var model = machine.ModelId is { } modelId
            ? await db.List<Model>().Include(known => known.Filters).FirstOrDefaultAsync(known => known.Id == modelId, cancellationToken)
            : null;
        var filters = await db.List<InstalledFilter>().Where(filter => filter.MachineId == machine.Id)
            .OrderBy(filter => filter.Position).ThenByDescending(filter => filter.InstalledAt).ToListAsync(cancellationToken);
        var readings = await db.List<Reading>().Where(reading => reading.MachineId == machine.Id)
            .OrderByDescending(reading => reading.At).Take(MostReadings).ToListAsync(cancellationToken);
        var today = days.Today;
        return new MachineDetail(
            machine,
            (await summaries.OfAsync([machine], cancellationToken))[0],
            category,
            model,
            (await customers.GetAsync([machine.CustomerId], cancellationToken)).GetValueOrDefault(machine.CustomerId),
            (await addresses.OfAsync([machine], cancellationToken)).GetValueOrDefault(machine.Id),
            (await principals.ListAsync(cancellationToken)).FirstOrDefault(principal => principal.Id == machine.PrincipalId),
            [.. filters.Where(filter => filter.CurrentPosition is not null).Select(filter => filter.StateOn(today))],
            [.. filters.GroupBy(filter => filter.Position)],
            await dueDates.PaceOfAsync(machine, cancellationToken),
            BaselineComparison.Of(readings),
            await PlacesAsync(machine, cancellationToken),
            await timeline.ReadAsync([machine.Subject], MostFacts, cancellationToken),
            await fields.SheetAsync(machine.Subject, machine.PrincipalId, cancellationToken));
    }

    private Task<IReadOnlyDictionary<string, OrganisationSummary>> PlacesAsync(Machine machine, CancellationToken cancellationToken) =>
        organisations.GetByPathAsync([.. new[] { machine.SoldByPath, machine.InstalledByPath }.OfType<string>().Distinct(StringComparer.Ordinal)], cancellationToken);
}
