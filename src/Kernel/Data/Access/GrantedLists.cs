using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Sites;

namespace ServicePlatform.Data.Access;

internal sealed class GrantedLists(SiteDbContext db) : IGrantedLists
{
    /// <summary>Beyond this many grants, looking each row's grant up costs less than starting from them.</summary>
    private const int Few = 20_000;

    public async Task<Page<T>> NewestAsync<T>(IQueryable<T> rows, Expression<Func<T, DateTime>> listedAt, PageRequest request, CancellationToken cancellationToken)
        where T : Entity, IGranted
    {
        if (db.Scope.EveryHolder)
        {
            return await rows.ToPageAsync(listedAt, row => row.Id, request, descending: true, cancellationToken);
        }

        // The order is the key's own, so a page stops early; grouping drops the second grant for the same row as it passes.
        var places = await Places<T>()
            .Join(rows, path => path.SubjectId, row => row.Id, (path, row) => new { path.ListedAt, path.SubjectId })
            .GroupBy(path => new { path.ListedAt, path.SubjectId })
            .Select(group => new Place { ListedAt = group.Key.ListedAt, Id = group.Key.SubjectId })
            .IgnoreQueryFilters([SiteDbContext.HolderFilter])
            .ToPageAsync(place => place.ListedAt, place => place.Id, request, descending: true, cancellationToken);

        // Read through the filters again: what these rows are is said once, there.
        var ids = places.Items.Select(place => place.Id).ToList();
        var found = await rows.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        return new Page<T>([.. ids.Where(found.ContainsKey).Select(id => found[id])], places.Previous, places.Next);
    }

    public async Task<IQueryable<T>> NarrowAsync<T>(IQueryable<T> rows, CancellationToken cancellationToken)
        where T : Entity, IGranted
    {
        if (db.Scope.EveryHolder || await Places<T>().Take(Few + 1).CountAsync(cancellationToken) > Few)
        {
            return rows;
        }

        var seen = Places<T>().Select(path => path.SubjectId);
        return rows.Where(row => seen.Contains(row.Id));
    }

    private IQueryable<AccessGrantPath> Places<T>()
    {
        var path = db.Scope.Low;
        var kind = typeof(T).GetCustomAttribute<SubjectKindAttribute>()!.Kind;
        return db.Set<AccessGrantPath>().AsNoTracking().Where(row => row.OrganisationPath == path && row.SubjectKind == kind);
    }

    private sealed class Place
    {
        public DateTime ListedAt { get; init; }

        public Guid Id { get; init; }
    }
}
