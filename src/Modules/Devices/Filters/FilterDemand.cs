using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Devices.Filters;

/// <summary>Filters that will be due, by region and part: counts only, of the reader's part of the network.</summary>
[RequirePermission(DevicePermissions.Demand)]
internal sealed record FilterDemand : IQuery<IReadOnlyList<DemandRow>>;

/// <param name="Region">Name of the organisation below the head office that the installer belongs to; null where none is recorded.</param>
/// <param name="Month">Due within 30 days.</param>
/// <param name="Quarter">Due in 31 to 90 days.</param>
internal sealed record DemandRow(string? Region, string PartCode, string Name, string? EnglishName, int Overdue, int Month, int Quarter);

internal sealed class FilterDemandHandler(ISiteDb db, IOrganisationReader organisations, IActorContext actors, SiteDays days) : IQueryHandler<FilterDemand, IReadOnlyList<DemandRow>>
{
    private const int Horizon = 90;

    public async Task<Result<IReadOnlyList<DemandRow>>> HandleAsync(FilterDemand query, CancellationToken cancellationToken)
    {
        var (today, month, quarter) = (days.Today, days.Today.AddDays(FilterLife.NoticeDays), days.Today.AddDays(Horizon));
        var counted = await (
            from filter in db.List<InstalledFilter>()
            join machine in Seen() on filter.MachineId equals machine.Id
            where filter.CurrentPosition != null && filter.DueOn <= quarter && (machine.Status == MachineStatus.InUse || machine.Status == MachineStatus.Away)
            group filter by new { machine.InstalledByPath, filter.PartCode, filter.Name, filter.EnglishName } into part
            select new
            {
                part.Key,
                Overdue = part.Count(filter => filter.DueOn <= today),
                Month = part.Count(filter => filter.DueOn > today && filter.DueOn <= month),
                Quarter = part.Count(filter => filter.DueOn > month),
            }).ToListAsync(cancellationToken);
        var regionOf = counted.Select(row => row.Key.InstalledByPath).OfType<string>().Distinct(StringComparer.Ordinal)
            .ToDictionary(path => path, path => ScopePaths.UpwardsBelowTop(path).LastOrDefault() ?? path, StringComparer.Ordinal);
        var names = await organisations.GetByPathAsync([.. regionOf.Values.Distinct(StringComparer.Ordinal)], cancellationToken);
        return counted
            .GroupBy(row => (Path: row.Key.InstalledByPath is { } path ? regionOf[path] : "", row.Key.PartCode, row.Key.Name, row.Key.EnglishName))
            .OrderBy(group => group.Key.Path.Length == 0).ThenBy(group => group.Key.Path, StringComparer.Ordinal).ThenBy(group => group.Key.PartCode, StringComparer.Ordinal)
            .Select(group => new DemandRow(
                names.GetValueOrDefault(group.Key.Path)?.Name,
                group.Key.PartCode,
                group.Key.Name,
                group.Key.EnglishName,
                group.Sum(row => row.Overdue),
                group.Sum(row => row.Month),
                group.Sum(row => row.Quarter)))
            .ToList();
    }

    /// <summary>A warehouse sees numbers of its own part of the network, without grants on the machines themselves.</summary>
    private IQueryable<Machine> Seen()
    {
        var actor = actors.Current;
        var machines = db.Unscoped<Machine>("how many filters are due is a number; it is cut to the reader's organisations and principals here");
        if (actor.PrincipalIds is { } principals)
        {
            machines = machines.Where(machine => principals.Contains(machine.PrincipalId));
        }

        if (actor.Kind == ActorKind.System || ScopePaths.IsTop(actor.ScopePath))
        {
            return machines;
        }

        var (low, high) = ScopePaths.Range(actor.ScopePath);
        return machines.Where(machine => machine.InstalledByPath != null && string.Compare(machine.InstalledByPath, low) >= 0 && string.Compare(machine.InstalledByPath, high) < 0);
    }
}
