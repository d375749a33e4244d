using System.Reflection;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Sites;
using ServicePlatform.Security;

namespace ServicePlatform.Data.Access;

internal sealed class HolderPaths(SiteDbContext db) : IHolderPaths
{
    private static readonly MethodInfo RenameHeld =
        typeof(HolderPaths).GetMethod(nameof(RenameHeldAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    public async Task RenameAsync(string oldPath, string newPath, CancellationToken cancellationToken)
    {
        var (low, high) = ScopePaths.Range(oldPath);
        var rest = oldPath.Length;
        foreach (var type in db.Model.GetEntityTypes().Select(entity => entity.ClrType).Where(typeof(IHeld).IsAssignableFrom))
        {
            await (Task)RenameHeld.MakeGenericMethod(type).Invoke(this, [low, high, rest, newPath, cancellationToken])!;
        }

        await db.Set<AccessGrant>()
            .Where(grant => string.Compare(grant.OrganisationPath, low) >= 0 && string.Compare(grant.OrganisationPath, high) < 0)
            .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.OrganisationPath, grant => newPath + grant.OrganisationPath.Substring(rest)), cancellationToken);
        await MoveGrantPathsAsync(oldPath, newPath, cancellationToken);
        await db.Set<SiteUser>()
            .Where(user => string.Compare(user.ScopePath, low) >= 0 && string.Compare(user.ScopePath, high) < 0)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.ScopePath, user => newPath + user.ScopePath!.Substring(rest)), cancellationToken);
    }

    /// <summary>Those above the old place lose what the moved ones brought them, those above the new one gain it.</summary>
    private async Task MoveGrantPathsAsync(string oldPath, string newPath, CancellationToken cancellationToken)
    {
        var rows = db.Set<AccessGrantPath>();
        var left = ScopePaths.UpwardsBelowTop(oldPath).Skip(1).ToList();
        var gained = ScopePaths.UpwardsBelowTop(newPath).Skip(1).ToList();
        await rows.Where(row => left.Contains(row.OrganisationPath) && rows.Any(own => own.GrantId == row.GrantId && own.OrganisationPath == oldPath))
            .ExecuteDeleteAsync(cancellationToken);
        var (low, high) = ScopePaths.Range(oldPath);
        var rest = oldPath.Length;
        await rows.Where(row => string.Compare(row.OrganisationPath, low) >= 0 && string.Compare(row.OrganisationPath, high) < 0)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.OrganisationPath, row => newPath + row.OrganisationPath.Substring(rest)), cancellationToken);
        foreach (var above in gained)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Kernel_AccessGrantPaths" ("OrganisationPath", "SubjectKind", "ListedAt", "SubjectId", "GrantId")
                SELECT {above}, "SubjectKind", "ListedAt", "SubjectId", "GrantId" FROM "Kernel_AccessGrantPaths" WHERE "OrganisationPath" = {newPath}
                """,
                cancellationToken);
        }
    }

    private Task RenameHeldAsync<T>(string low, string high, int rest, string newPath, CancellationToken cancellationToken)
        where T : class, IHeld =>
        db.Set<T>().IgnoreQueryFilters()
            .Where(row => string.Compare(row.HolderPath, low) >= 0 && string.Compare(row.HolderPath, high) < 0)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HolderPath, row => newPath + row.HolderPath.Substring(rest)), cancellationToken);
}
