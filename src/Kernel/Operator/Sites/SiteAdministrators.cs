using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Security;

namespace ServicePlatform.Operator.Sites;

/// <summary>Gives a site its first administrator. An account that exists is left as it is.</summary>
internal sealed class SiteAdministrators(SiteScopes scopes, SiteAudit audit)
{
    private const string HeadOffice = "/hq/";

    public async Task<Result<Done>> AddAsync(string siteId, string userName, string displayName, string password, CancellationToken cancellationToken)
    {
        if (userName.Length is 0 or > 64 || userName.Any(char.IsControl) || displayName.Length > 100 || displayName.Any(char.IsControl))
        {
            return Failure.Invalid(nameof(AdministratorForm.UserName), "operator.user-name");
        }

        await using (var scope = scopes.Open(siteId))
        {
            var accounts = scope.ServiceProvider.GetRequiredService<ISiteAccounts>();
            using var pass = await scope.ServiceProvider.GetRequiredService<SiteWrites>().EnterAsync(cancellationToken);
            if (await accounts.FindByUserNameAsync(userName, cancellationToken) is not null)
            {
                return Failure.Invalid(nameof(AdministratorForm.UserName), "operator.user-name-taken", userName);
            }

            var account = new StaffAccount(userName, displayName.Length > 0 ? displayName : userName, null, HeadOffice, null, [StandardRoles.Administrator]);
            var saved = await accounts.SaveStaffAsync(account, password, cancellationToken);
            if (!saved.Succeeded)
            {
                return saved.Failure;
            }
        }

        await audit.WriteAsync(siteId, "AddAdministrator", [("UserName", userName)], cancellationToken);
        return Result.Done;
    }
}
