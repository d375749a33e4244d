using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Search;
using ServicePlatform.Security;

namespace ServicePlatform.Devices.Machines;

/// <summary>Finds machines in the command palette by serial, model or maker.</summary>
internal sealed class MachineSearch(
    ISiteDb db,
    MachineIndex index,
    MachineSummaries summaries,
    ICustomerReader customers,
    IActorContext actors,
    IStringLocalizer<Texts> texts) : ISearchSource
{
    public int Order => 20;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        if (!actors.Current.Can(DevicePermissions.View))
        {
            return [];
        }

        // More than asked for, since some may lie outside the actor's scope.
        var found = await index.FindAsync(text, limit * 4, cancellationToken);
        var rank = found.Machines.Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place);
        var machines = await found.In(db.List<Machine>()).OrderByDescending(machine => found.Machines.Contains(machine.Id)).ThenByDescending(machine => machine.RegisteredAt)
            .Take(limit * 4).ToListAsync(cancellationToken);
        var shown = (await summaries.OfAsync(machines, cancellationToken)).OrderBy(machine => rank.GetValueOrDefault(machine.Id, int.MaxValue)).Take(limit).ToList();
        var owners = await customers.GetAsync([.. shown.Select(machine => machine.CustomerId).Distinct()], cancellationToken);
        return shown.ConvertAll(machine => new SearchHit(
            texts["Machines.Title"],
            machine.Serial ?? machine.ModelName,
            string.Join(" · ", new[] { machine.Serial is null ? null : machine.ModelName, owners.GetValueOrDefault(machine.CustomerId)?.Name }.OfType<string>()),
            $"/app/machines/{machine.Id}"));
    }
}
