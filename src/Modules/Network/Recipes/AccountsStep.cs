using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Principals;
using ServicePlatform.Phones;
using ServicePlatform.Recipes;
using ServicePlatform.Security;

namespace ServicePlatform.Network.Recipes;

/// <summary>
/// <c>{ "name": "accounts", "accounts": [{ "userName", "displayName", "phone", "roles", "organisation", "principals", "password" }] }</c>.
/// Without principals he works for all. The password is set only when the account is made. Technicians get theirs by their own step.
/// </summary>
internal sealed class AccountsStep(ISiteAccounts accounts, ISiteDb db, IOrganisationReader organisations) : IRecipeStep
{
    public string Name => "accounts";

    public Type Form => typeof(AccountsForm);

    public async Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var step = context.Bind<AccountsForm>();
        if (!step.Succeeded)
        {
            return step.Failure;
        }

        var principals = await db.List<Principal>().ToDictionaryAsync(row => row.Code, row => row.Id, StringComparer.Ordinal, cancellationToken);
        for (var at = 0; at < step.Value.Accounts.Count; at++)
        {
            if (await SaveAsync(step.Value.Accounts[at], principals, context, $"accounts[{at}]", cancellationToken) is { } failure)
            {
                return failure;
            }
        }

        return Result.Done;
    }

    private async Task<Failure?> SaveAsync(
        AccountRow row, Dictionary<string, Guid> principals, RecipeStepContext context, string path, CancellationToken cancellationToken)
    {
        if (await organisations.FindByCodeAsync(row.Organisation, cancellationToken) is not { } organisation)
        {
            return context.Failed("network.organisation-not-found " + row.Organisation, path + ".organisation");
        }

        if (row.Principals?.FirstOrDefault(code => !principals.ContainsKey(code)) is { } unknown)
        {
            return context.Failed("network.principal-unknown " + unknown, path + ".principals");
        }

        var phone = PhoneNumber.Parse(row.Phone);
        if (phone is null && row.Phone is not null)
        {
            return context.Failed("network.phone-unreadable", path + ".phone");
        }

        var account = new StaffAccount(
            row.UserName, row.DisplayName, phone?.E164, organisation.Path, row.Principals?.Select(code => principals[code]).ToList(), row.Roles);
        var saved = await accounts.SaveStaffAsync(account, row.Password, cancellationToken);
        return saved.Failure?.At(context, path);
    }
}
