using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;

namespace ServicePlatform.Network.Organisations;

internal static class Changes
{
    /// <summary>True for a new row or one of which a column differs: saving what stands already leaves no trace in its history.</summary>
    public static bool HasChanged<TEntity>(this ISiteDb db, TEntity entity)
        where TEntity : class =>
        db.Set<TEntity>().Entry(entity).State is EntityState.Added or EntityState.Modified;
}
