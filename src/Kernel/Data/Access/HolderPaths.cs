using System.Reflection;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Sites;

namespace ServicePlatform.Data.Access;

internal sealed class HolderPaths(SiteDbContext db) : IHolderPaths
{
    private static readonly MethodInfo RenameRows = typeof(HolderPaths).GetMethod(nameof(RenameHeldAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    public async Task RenameAsync(string oldPath, string newPath, CancellationToken cancellationToken)
    {
        foreach (var held in db.Model.GetEntityTypes().Select(type => type.ClrType).Where(typeof(IHeld).IsAssignableFrom))
        {
            await (Task)RenameRows.MakeGenericMethod(held).Invoke(this, [oldPath, newPath, cancellationToken])!;
        }

        var (low, high) = DataScope.Range(oldPath);
        var start = oldPath.Length;
        await db.Set<AccessGrant>()
            .Where(grant => string.Compare(grant.OrganisationPath, low) >= 0 && string.Compare(grant.OrganisationPath, high) < 0)
            .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.OrganisationPath, grant => newPath + grant.OrganisationPath.Substring(start)), cancellationToken);
        await db.Set<SiteUser>()
            .Where(user => string.Compare(user.ScopePath, low) >= 0 && string.Compare(user.ScopePath, high) < 0)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.ScopePath, user => newPath + user.ScopePath!.Substring(start)), cancellationToken);
    }

    private Task RenameHeldAsync<T>(string oldPath, string newPath, CancellationToken cancellationToken)
        where T : class, IHeld
    {
        var (low, high) = DataScope.Range(oldPath);
        var start = oldPath.Length;
        return db.Set<T>().IgnoreQueryFilters()
            .Where(row => string.Compare(row.HolderPath, low) >= 0 && string.Compare(row.HolderPath, high) < 0)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => EF.Property<string>(row, nameof(IHeld.HolderPath)), row => newPath + row.HolderPath.Substring(start)),
                cancellationToken);
    }
}
