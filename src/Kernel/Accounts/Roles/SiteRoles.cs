using ServicePlatform.Kernel.Localization;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Accounts.Roles;

/// <summary>The roles that a site works with: the operator's in his area, all others elsewhere.</summary>
internal sealed class SiteRoles(ISiteContext site, ModuleTexts texts)
{
    public IReadOnlyList<string> Offered => site.IsOperatorArea
        ? [StandardRoles.Operator]
        : StandardRoles.All.Where(role => role != StandardRoles.Operator).ToList();

    /// <summary>True for roles that have every permission, also those of features that are switched on later.</summary>
    public bool IsUnlimited(string role) => role is StandardRoles.Administrator or StandardRoles.Operator;

    public string NameOf(string role) => texts.Find("Role." + role) ?? role;
}
