using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Identity;
using ServicePlatform.Security;

namespace ServicePlatform.Accounts.Roles;

/// <summary>The site's roles with what they may do and how many people have them.</summary>
[RequirePermission(AccountPermissions.Roles)]
internal sealed record ReadRoles : IQuery<IReadOnlyList<RoleDetail>>;

/// <param name="Permissions">Ids, also of features that are off now.</param>
internal sealed record RoleDetail(string Role, int People, IReadOnlySet<string> Permissions, bool IsUnlimited);

internal sealed class ReadRolesHandler(ISiteDb db, SiteRoles roles) : IQueryHandler<ReadRoles, IReadOnlyList<RoleDetail>>
{
    public async Task<Result<IReadOnlyList<RoleDetail>>> HandleAsync(ReadRoles query, CancellationToken cancellationToken)
    {
        var rows = await db.Set<SiteRole>().AsNoTracking().ToListAsync(cancellationToken);
        var people = await db.Set<IdentityUserRole<Guid>>()
            .Where(row => db.Set<SiteUser>().Any(user => user.Id == row.UserId && user.IsActive))
            .GroupBy(row => row.RoleId).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        var permissions = (await db.Set<RolePermission>().AsNoTracking().ToListAsync(cancellationToken)).ToLookup(row => row.RoleId, row => row.Permission);
        return Result<IReadOnlyList<RoleDetail>>.Success(roles.Offered
            .Select(name => (name, row: rows.Find(role => role.Name == name)))
            .Where(pair => pair.row is not null)
            .Select(pair => new RoleDetail(
                pair.name,
                people.GetValueOrDefault(pair.row!.Id),
                permissions[pair.row.Id].ToHashSet(StringComparer.Ordinal),
                roles.IsUnlimited(pair.name)))
            .ToList());
    }
}
