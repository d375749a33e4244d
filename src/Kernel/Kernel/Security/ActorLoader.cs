using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Sites;
using ServicePlatform.Security;

namespace ServicePlatform.Kernel.Security;

/// <summary>Reads who an account is: roles, permissions, scope, and for a customer the customers he stands for.</summary>
internal sealed class ActorLoader(SiteDbContext db, IServiceProvider services)
{
    public async Task<Actor?> LoadAsync(Guid userId, CancellationToken cancellationToken)
    {
        var user = await db.Set<SiteUser>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == userId, cancellationToken);
        if (user is null || !user.IsActive)
        {
            return null;
        }

        if (user.Kind == ActorKind.Customer)
        {
            return await CustomerAsync(user, cancellationToken);
        }

        var roles = await db.Set<IdentityUserRole<Guid>>().Where(row => row.UserId == userId)
            .Join(db.Set<SiteRole>(), row => row.RoleId, role => role.Id, (_, role) => new { role.Id, role.Name })
            .ToListAsync(cancellationToken);
        var ids = roles.ConvertAll(role => role.Id);
        var permissions = await db.Set<RolePermission>().Where(row => ids.Contains(row.RoleId)).Select(row => row.Permission).Distinct().ToListAsync(cancellationToken);
        return new Actor
        {
            Kind = ActorKind.Staff,
            UserId = user.Id,
            DisplayName = user.DisplayName,
            ScopePath = user.ScopePath,
            PrincipalIds = user.Principals,
            Roles = roles.ConvertAll(role => role.Name!),
            Permissions = permissions.ToHashSet(StringComparer.Ordinal),
            HasEveryPermission = roles.Exists(role => role.Name is StandardRoles.Administrator or StandardRoles.Operator),
        };
    }

    private async Task<Actor> CustomerAsync(SiteUser user, CancellationToken cancellationToken)
    {
        var customers = new List<CustomerIdentity>();
        foreach (var directory in services.GetServices<ICustomerDirectory>())
        {
            customers.AddRange(await directory.FindByPhoneAsync(user.PhoneNumber!, cancellationToken));
        }

        return new Actor
        {
            Kind = ActorKind.Customer,
            UserId = user.Id,
            DisplayName = customers.FirstOrDefault()?.DisplayName ?? user.DisplayName,
            CustomerIds = customers.Select(customer => customer.CustomerId).Distinct().ToList(),
        };
    }
}
