using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Sites;
using ServicePlatform.Security;
using ServicePlatform.Settings;

namespace ServicePlatform.Kernel.Security;

/// <summary>
/// Makes the standard roles and gives them the permissions that the site has not known before. What an administrator took
/// away later stays away.
/// </summary>
internal sealed class RoleSeeder(SiteDbContext db, ISettings settings, IServiceProvider services)
{
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var roles = await db.Set<SiteRole>().ToDictionaryAsync(role => role.Name!, StringComparer.Ordinal, cancellationToken);
        foreach (var name in StandardRoles.All.Where(name => !roles.ContainsKey(name)))
        {
            roles[name] = new SiteRole { Name = name, NormalizedName = name.ToUpperInvariant() };
            db.Add(roles[name]);
        }

        var known = await settings.GetAsync<KnownPermissions>(cancellationToken);
        var offered = services.GetServices<IPermissionProvider>().SelectMany(provider => provider.Permissions).ToList();
        foreach (var permission in offered.Where(permission => !known.Ids.Contains(permission.Id)))
        {
            db.AddRange(permission.DefaultRoles.Select(role => new RolePermission { RoleId = roles[role].Id, Permission = permission.Id }));
            known.Ids.Add(permission.Id);
        }

        await settings.SetAsync(known, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Permissions whose default roles were given once.</summary>
    internal sealed class KnownPermissions
    {
        public ISet<string> Ids { get; init; } = new HashSet<string>(StringComparer.Ordinal);
    }
}
