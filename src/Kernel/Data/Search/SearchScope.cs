using System.Collections.Concurrent;
using System.Reflection;
using ServicePlatform.Data.Sites;

namespace ServicePlatform.Data.Search;

/// <summary>
/// Knows which rows stand behind a kind of subject, so that a search counts only what the actor may see: cut to the best hits
/// first and filtered later, an outlet would find nothing under a common name.
/// </summary>
internal sealed class SearchScope
{
    private static readonly MethodInfo Ids = typeof(SearchScope).GetMethod(nameof(IdsOf), BindingFlags.Static | BindingFlags.NonPublic)!;

    private readonly ConcurrentDictionary<string, Type?> _types = new(StringComparer.Ordinal);

    /// <summary>Ids of the visible rows of a kind; null where all are visible, or where no scope applies to the kind.</summary>
    public IQueryable<Guid>? Of(SiteDbContext db, string kind) =>
        !db.Scope.SeesEverything && _types.GetOrAdd(kind, static (wanted, model) => Find(model, wanted), db) is { } type
            ? (IQueryable<Guid>)Ids.MakeGenericMethod(type).Invoke(null, [db])!
            : null;

    private static Type? Find(SiteDbContext db, string kind) => db.Model.GetEntityTypes().Select(type => type.ClrType).FirstOrDefault(type =>
        (typeof(IHeld).IsAssignableFrom(type) || typeof(IGranted).IsAssignableFrom(type))
        && type.GetCustomAttribute<SubjectKindAttribute>()?.Kind == kind);

    private static IQueryable<Guid> IdsOf<T>(SiteDbContext db)
        where T : Entity => db.Set<T>().Select(row => row.Id);
}
