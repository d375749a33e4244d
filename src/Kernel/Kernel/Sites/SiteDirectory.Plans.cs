using ServicePlatform.Commands;
using ServicePlatform.Kernel.Recipes;

namespace ServicePlatform.Kernel.Sites;

public sealed partial class SiteDirectory
{
    /// <summary>Writes what a recipe says of the site itself: its features, name, language, zone and theme.</summary>
    internal Task<Result<Done>> SavePlanAsync(string siteId, SitePlan plan, CancellationToken cancellationToken)
    {
        var before = plan.Row.Features.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return AuditedAsync(
            siteId,
            "SwitchFeatures",
            [("On", string.Join(' ', plan.Features.Except(before, StringComparer.Ordinal).Order(StringComparer.Ordinal))), ("Off", string.Join(' ', before.Except(plan.Features, StringComparer.Ordinal).Order(StringComparer.Ordinal)))],
            plan.WriteTo,
            cancellationToken);
    }
}
