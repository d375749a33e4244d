using System.Reflection;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Sites;

namespace ServicePlatform.Data.Access;

/// <summary>Where things that are seen through grants stand in lists, by their kind.</summary>
internal sealed class ListedTimes(SiteDbContext db)
{
    private static readonly MethodInfo ReadOne = typeof(ListedTimes).GetMethod(nameof(ReadAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <exception cref="InvalidOperationException">There is no such thing.</exception>
    public async Task<DateTime> OfAsync(Subject subject, CancellationToken cancellationToken)
    {
        var type = db.Model.GetEntityTypes().Select(entity => entity.ClrType)
            .FirstOrDefault(known => typeof(IGranted).IsAssignableFrom(known) && known.GetCustomAttribute<SubjectKindAttribute>()?.Kind == subject.Kind);
        var found = type is null ? null : await (Task<IGranted?>)ReadOne.MakeGenericMethod(type).Invoke(this, [subject.Id, cancellationToken])!;
        return found?.ListedAt ?? throw new InvalidOperationException($"There is no {subject.Kind} {subject.Id} that a grant could be about.");
    }

    private async Task<IGranted?> ReadAsync<T>(Guid id, CancellationToken cancellationToken)
        where T : class, IGranted =>
        (IGranted?)db.Set<T>().Local.FindEntry(id)?.Entity
            ?? await db.Set<T>().IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
}
