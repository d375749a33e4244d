using ServicePlatform.Commands;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Security;

namespace ServicePlatform.Network.Technicians;

/// <summary>Keeps the account of a technician in step with him.</summary>
internal sealed class TechnicianAccounts(ISiteAccounts accounts)
{
    public async Task<Failure?> OpenAsync(Technician technician, Organisation organisation, string userName, string password, CancellationToken cancellationToken)
    {
        // Saving an account of that name would otherwise change somebody else's roles.
        if (await accounts.FindByUserNameAsync(userName, cancellationToken) is not null)
        {
            return Failure.Invalid("UserName", "network.user-name-taken", userName);
        }

        var saved = await accounts.SaveStaffAsync(Account(technician, organisation, userName), password, cancellationToken);
        if (!saved.Succeeded)
        {
            return saved.Failure;
        }

        technician.Link(saved.Value, userName);
        return null;
    }

    /// <summary>After a change of organisation, or when he starts or stops to work: without a role the account opens nothing.</summary>
    public async Task<Failure?> FollowAsync(Technician technician, Organisation organisation, CancellationToken cancellationToken)
    {
        var saved = await accounts.SaveStaffAsync(Account(technician, organisation, technician.UserName!), "", cancellationToken);
        if (saved.Succeeded && !technician.IsActive)
        {
            await accounts.RevokeSessionsAsync(saved.Value, cancellationToken);
        }

        return saved.Failure;
    }

    private static StaffAccount Account(Technician technician, Organisation organisation, string userName) => new(
        userName,
        technician.Name,
        technician.Phone,
        organisation.Path,
        PrincipalIds: null,
        technician.IsActive ? [StandardRoles.Technician] : []);
}
