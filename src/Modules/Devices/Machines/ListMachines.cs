using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Categories;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Fields;
using ServicePlatform.Security;

namespace ServicePlatform.Devices.Machines;

internal enum MachineView
{
    /// <summary>Newest first.</summary>
    All,

    /// <summary>Those with a filter due within the notice, the most overdue first.</summary>
    FiltersDue,
    Orphans,
}

/// <summary>A page of the machines that the actor may see.</summary>
/// <param name="Fields">Filters on the site's own fields.</param>
/// <param name="Text">Part of a serial, a model's name; then the best matches on one page.</param>
[RequirePermission(DevicePermissions.View)]
internal sealed record ListMachines(MachineView View, string? Text, string? CategoryCode, Guid? ModelId, PageRequest Page, IReadOnlyList<CustomFilter>? Fields = null) : IQuery<MachineList>;

internal sealed record MachineList(Page<MachineRow> Page, int Due, int Orphans);

/// <param name="Address">As the actor may see it.</param>
internal sealed record MachineRow(MachineSummary Machine, CustomerSummary? Customer, string? Address, FilterCondition? Filters);

internal sealed class ListMachinesHandler(
    ISiteDb db, IGrantedLists lists, MachineSummaries summaries, ICustomerReader customers, MachineAddresses addresses, MachineIndex index, ICustomFields fields, SiteDays days)
    : IQueryHandler<ListMachines, MachineList>
{
    /// <summary>Counts on tabs stop here; beyond it the figure tells nothing more.</summary>
    public const int MostCounted = 999;

    private const int MostFound = 200;

    public async Task<Result<MachineList>> HandleAsync(ListMachines query, CancellationToken cancellationToken)
    {
        var notice = days.Today.AddDays(FilterLife.NoticeDays);
        var seen = await lists.NarrowAsync(db.List<Machine>(), cancellationToken);
        var due = seen.Where(machine => machine.FiltersDueOn != null && machine.FiltersDueOn <= notice);
        var orphans = seen.Where(machine => machine.IsOrphan);
        var machines = query.View switch
        {
            MachineView.FiltersDue => due,
            MachineView.Orphans => orphans,
            _ => db.List<Machine>(),
        };
        machines = await fields.NarrowAsync(await NarrowAsync(machines, query, cancellationToken), Machine.Kind, query.Fields ?? [], cancellationToken);
        var page = query switch
        {
            { View: MachineView.FiltersDue } => await machines.ToPageAsync(
                machine => machine.FiltersDueOn!.Value, machine => machine.Id, query.Page, descending: false, cancellationToken),
            { View: MachineView.All } when string.IsNullOrWhiteSpace(query.Text) => await lists.NewestAsync(machines, machine => machine.RegisteredAt, query.Page, cancellationToken),
            _ => await machines.ToPageAsync(machine => machine.RegisteredAt, machine => machine.Id, query.Page, descending: true, cancellationToken),
        };
        return new MachineList(
            await DescribeAsync(page, cancellationToken),
            await due.Take(MostCounted + 1).CountAsync(cancellationToken),
            await orphans.Take(MostCounted + 1).CountAsync(cancellationToken));
    }

    private async Task<IQueryable<Machine>> NarrowAsync(IQueryable<Machine> machines, ListMachines query, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(query.Text))
        {
            machines = (await index.FindAsync(query.Text, MostFound, cancellationToken)).In(machines);
        }

        if (!string.IsNullOrEmpty(query.CategoryCode))
        {
            var category = await db.List<Category>().Where(known => known.Code == query.CategoryCode).Select(known => known.Id).FirstOrDefaultAsync(cancellationToken);
            machines = machines.Where(machine => machine.CategoryId == category);
        }

        return query.ModelId is { } modelId ? machines.Where(machine => machine.ModelId == modelId) : machines;
    }

    private async Task<Page<MachineRow>> DescribeAsync(Page<Machine> page, CancellationToken cancellationToken)
    {
        var described = (await summaries.OfAsync(page.Items, cancellationToken)).ToDictionary(machine => machine.Id);
        var owners = await customers.GetAsync([.. page.Items.Select(machine => machine.CustomerId).Distinct()], cancellationToken);
        var places = await addresses.OfAsync(page.Items, cancellationToken);
        var today = days.Today;
        return page.Select(machine => new MachineRow(
            described[machine.Id],
            owners.GetValueOrDefault(machine.CustomerId),
            places.GetValueOrDefault(machine.Id),
            machine.FiltersDueOn is { } dueOn ? FilterLife.ConditionOn(today, dueOn, watch: false) : null));
    }
}
