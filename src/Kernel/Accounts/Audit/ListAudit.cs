using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Audit;
using ServicePlatform.Data.Identity;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Accounts.Audit;

/// <summary>What was done in the site, the newest first.</summary>
[RequirePermission(AccountPermissions.Audit)]
internal sealed record ListAudit(AuditFilter Filter, PageRequest Page) : IQuery<AuditList>;

/// <summary>All that fit the filter after a place, for a file.</summary>
[RequirePermission(AccountPermissions.Audit)]
internal sealed record ReadAudit(AuditFilter Filter, string? After) : IQuery<AuditList>;

/// <param name="Text">Number or id of a thing, or a part of the name of who acted.</param>
/// <param name="Act">Full name of a command; or <see cref="Reveals"/>.</param>
/// <param name="From">First day, in the site's zone.</param>
/// <param name="Until">Last day, in the site's zone.</param>
internal sealed record AuditFilter(string? Text, string? Act, DateOnly? From, DateOnly? Until)
{
    /// <summary>Looking at what belongs to a person, copying it, erasing it.</summary>
    public const string Reveals = "reveals";

    public bool IsEmpty => (Text, Act, From, Until) is (null or "", null or "", null, null);
}

internal sealed record AuditList(Page<AuditLine> Lines);

/// <param name="Who">Name of the person; null for the product itself and for somebody who is gone.</param>
/// <param name="Things">Those that can be named.</param>
internal sealed record AuditLine(AuditRow Row, string? Who, IReadOnlyList<AuditThing> Things);

internal sealed class AuditReader(ISiteDb db, IEnumerable<IAuditThings> things, ISiteContext site)
{
    private static readonly string[] RevealActs = ["Crm.Contacts.RevealContact", "Crm.Privacy.CopyCustomer", "Crm.Privacy.EraseCustomer", "Devices.Exports.ExportCustomers"];

    private static readonly string[] Said = ["Site", "Name", "Plugin", "Version", "Recipe", "Archive", "UserName", "Prefix", "Hosts", "To", "Job"];

    private readonly IReadOnlyList<IAuditThings> _things = [.. things];

    public async Task<AuditList> ReadAsync(AuditFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = db.List<AuditRow>();
        if (filter.Act is { Length: > 0 } act)
        {
            rows = act == AuditFilter.Reveals ? rows.Where(row => RevealActs.Contains(row.Command)) : rows.Where(row => row.Command == act);
        }

        if (filter.From is { } from)
        {
            var since = MomentOf(from);
            rows = rows.Where(row => row.At >= since);
        }

        if (filter.Until is { } until && until < DateOnly.MaxValue)
        {
            var end = MomentOf(until.AddDays(1));
            rows = rows.Where(row => row.At < end);
        }

        if (filter.Text?.Trim() is { Length: > 0 } text)
        {
            rows = await FindAsync(text, cancellationToken) is { } thing ? About(rows, thing) : await ByAsync(rows, text, cancellationToken);
        }

        return new AuditList(await NameAsync(await rows.ToPageAsync(row => row.At, row => row.Id, page, descending: true, cancellationToken), cancellationToken));
    }

    private static IQueryable<AuditRow> About(IQueryable<AuditRow> rows, Guid thing)
    {
        var id = thing.ToString();
        return rows.Where(row => row.Subjects.Contains(id) || row.ActorId == thing);
    }

    private async Task<IQueryable<AuditRow>> ByAsync(IQueryable<AuditRow> rows, string who, CancellationToken cancellationToken)
    {
        var people = await db.List<SiteUser>()
            .Where(user => user.Kind == ActorKind.Staff && (user.DisplayName.Contains(who) || user.UserName!.Contains(who))).Select(user => user.Id).Take(100).ToListAsync(cancellationToken);
        return rows.Where(row => people.Contains(row.ActorId));
    }

    private async Task<Page<AuditLine>> NameAsync(Page<AuditRow> page, CancellationToken cancellationToken)
    {
        var actors = page.Items.Select(row => row.ActorId).Distinct().ToList();
        var people = await db.List<SiteUser>().Where(user => actors.Contains(user.Id) && user.Kind == ActorKind.Staff).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
        var ids = page.Items.ToDictionary(row => row.Id, row => IdsOf(row.Subjects));
        var wanted = ids.Values.SelectMany(each => each).Distinct().ToList();
        var names = new Dictionary<Guid, AuditThing>();
        foreach (var source in _things)
        {
            foreach (var (id, name) in await source.NameAsync(wanted, cancellationToken))
            {
                names.TryAdd(id, name);
            }
        }

        return page.Select(row => new AuditLine(row, people.GetValueOrDefault(row.ActorId), [.. ids[row.Id].Where(names.ContainsKey).Select(id => names[id]).Concat(SaidOf(row.Subjects)).Distinct()]));
    }

    private async Task<Guid?> FindAsync(string number, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(number, out var id))
        {
            return id;
        }

        foreach (var source in _things)
        {
            if (await source.FindAsync(number.ToUpperInvariant(), cancellationToken) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>What has no row in this database: sites, plugins, archives, by the names that the act itself kept.</summary>
    private static IReadOnlyList<AuditThing> SaidOf(string subjects)
    {
        using var document = JsonDocument.Parse(subjects);
        return [.. document.RootElement.EnumerateObject().Where(subject => Said.Contains(subject.Name, StringComparer.Ordinal)).Select(subject => new AuditThing(subject.Value.ToString(), ""))];
    }

    private static IReadOnlyList<Guid> IdsOf(string subjects)
    {
        using var document = JsonDocument.Parse(subjects);
        return [.. document.RootElement.EnumerateObject().Select(subject => Guid.TryParse(subject.Value.ToString(), out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];
    }

    private DateTime MomentOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), site.TimeZone);
}

internal sealed class ListAuditHandler(AuditReader reader) : IQueryHandler<ListAudit, AuditList>
{
    public async Task<Result<AuditList>> HandleAsync(ListAudit query, CancellationToken cancellationToken) => await reader.ReadAsync(query.Filter, query.Page, cancellationToken);
}

internal sealed class ReadAuditHandler(AuditReader reader) : IQueryHandler<ReadAudit, AuditList>
{
    public async Task<Result<AuditList>> HandleAsync(ReadAudit query, CancellationToken cancellationToken) =>
        await reader.ReadAsync(query.Filter, new PageRequest(query.After, Size: 200), cancellationToken);
}
