using Microsoft.EntityFrameworkCore;

namespace ServicePlatform.Data;

/// <summary>
/// The database of the current site. Sets of held and granted entities are filtered to what the actor may see.
/// The command pipeline saves and commits; a handler saves only where it needs the database's answer earlier.
/// </summary>
public interface ISiteDb
{
    DbSet<TEntity> Set<TEntity>()
        where TEntity : class;

    /// <summary>The set for lists and counts: the same rows as <see cref="Set{TEntity}"/>, without tracking, and without a filter where the actor sees everything anyway.</summary>
    IQueryable<TEntity> List<TEntity>()
        where TEntity : class;

    /// <summary>Rows regardless of the actor's scope. The caller has checked in another way that the actor may see them, and says how.</summary>
    IQueryable<TEntity> Unscoped<TEntity>(string because)
        where TEntity : class;

    Task SaveAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Saves and lets go of every tracked row, so that a mass change in one transaction does not slow down with its length.
    /// Rows read before must be read anew. Only for commands whose answer is not stored.
    /// </summary>
    Task SaveAndForgetAsync(CancellationToken cancellationToken);
}
