using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using ServicePlatform.Commands;
using ServicePlatform.Recipes;
using ServicePlatform.Security;

namespace ServicePlatform.Operator.Recipes;

/// <summary>
/// <c>{ "name": "operator-account", "userName", "displayName", "password" }</c>. Without a password the setting
/// <c>Platform:OperatorPassword</c> holds; without that one is made up and written to the log once. It is set only when the account is made.
/// </summary>
internal sealed class OperatorAccountStep(ISiteAccounts accounts, IConfiguration configuration, ILogger<OperatorAccountStep> logger) : IRecipeStep
{
    private const string Setting = "Platform:OperatorPassword";

    public string Name => "operator-account";

    public Type Form => typeof(Step);

    public async Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var step = context.Bind<Step>();
        if (!step.Succeeded)
        {
            return step.Failure;
        }

        var isNew = await accounts.FindByUserNameAsync(step.Value.UserName, cancellationToken) is null;
        var given = step.Value.Password ?? configuration[Setting];
        var password = string.IsNullOrEmpty(given) ? RandomNumberGenerator.GetHexString(20, lowercase: true) : given;
        var account = new StaffAccount(step.Value.UserName, step.Value.DisplayName, null, null, null, [StandardRoles.Operator]);
        var saved = await accounts.SaveStaffAsync(account, password, cancellationToken);
        if (!saved.Succeeded)
        {
            return context.Failed(string.Join(", ", saved.Failure.Fields.Select(field => field.Code).Append(saved.Failure.Code)));
        }

        if (isNew && string.IsNullOrEmpty(given))
        {
            logger.LogWarning("The operator signs in as {UserName} with the password {Password}. Change it at the first sign-in; it is not shown again.", step.Value.UserName, password);
        }

        return Result.Done;
    }

    private sealed record Step(string Name, string UserName, string DisplayName, string? Password = null);
}
