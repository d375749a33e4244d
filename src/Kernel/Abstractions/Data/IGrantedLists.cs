using System.Linq.Expressions;

namespace ServicePlatform.Data;

/// <summary>Lists of rows that outlets see through grants, at a cost that does not grow with the rows that the actor does not see.</summary>
public interface IGrantedLists
{
    /// <summary>A page of the rows that the actor sees, the newest first.</summary>
    /// <param name="rows">From <see cref="ISiteDb.List{TEntity}"/>, narrowed as wanted.</param>
    /// <param name="listedAt">The stored property behind <see cref="IGranted.ListedAt"/>.</param>
    Task<Page<T>> NewestAsync<T>(IQueryable<T> rows, Expression<Func<T, DateTime>> listedAt, PageRequest request, CancellationToken cancellationToken)
        where T : Entity, IGranted;

    /// <summary>The same rows, read from the actor's grants where those are few: for lists in another order and for counts.</summary>
    Task<IQueryable<T>> NarrowAsync<T>(IQueryable<T> rows, CancellationToken cancellationToken)
        where T : Entity, IGranted;
}
