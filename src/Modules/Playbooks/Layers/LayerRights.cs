using ServicePlatform.Definitions;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Playbooks.Layers;

/// <summary>Either right to write at procedures; which layers it opens is for <see cref="LayerRights"/> to say.</summary>
internal sealed class WritesProceduresAttribute : AccessRuleAttribute
{
    public override bool Allows(IActor actor) => actor.Can(PlaybookPermissions.Edit) || actor.Can(PlaybookPermissions.EditOwn);
}

/// <summary>Whose layers an actor may see and write at.</summary>
internal static class LayerRights
{
    /// <summary>One's own brands', and what stands above or below one's own place in the tree; never a neighbour's.</summary>
    public static bool MaySee(IActor actor, DefinitionOwner owner) =>
        actor.SeesEverything || (HasBrand(actor, owner) && (owner.OrganisationPath is not { } path || IsAbove(actor, path) || IsBelow(actor, path)));

    /// <summary>Why the actor may not write, as the code of a failure; null where he may.</summary>
    public static string? WhyNotEdit(IActor actor, DefinitionOwner owner)
    {
        if (actor.Kind == ActorKind.System)
        {
            return null;
        }

        if (!MaySee(actor, owner))
        {
            return "playbooks.layer-foreign";
        }

        return owner.Layer switch
        {
            DefinitionLayer.Platform => "playbooks.platform-locked",
            DefinitionLayer.Brand => actor.Can(PlaybookPermissions.Edit) && IsHeadOffice(actor) ? null : "playbooks.brand-locked",
            DefinitionLayer.Region => actor.Can(PlaybookPermissions.Edit) && IsBelow(actor, owner.OrganisationPath!) ? null : "playbooks.region-locked",
            _ => actor.Can(PlaybookPermissions.EditOwn) && IsBelow(actor, owner.OrganisationPath!) ? null : "playbooks.dealer-locked",
        };
    }

    /// <summary>What a dealer writes is added to the brand's words; he changes none of them.</summary>
    public static bool OnlyAdds(DefinitionOwner owner) => owner.Layer == DefinitionLayer.Dealer;

    private static bool HasBrand(IActor actor, DefinitionOwner owner) =>
        owner.PrincipalId is not { } principal || actor.PrincipalIds is not { } own || own.Contains(principal);

    private static bool IsAbove(IActor actor, string path) => actor.ScopePath?.StartsWith(path, StringComparison.Ordinal) ?? false;

    private static bool IsBelow(IActor actor, string path) =>
        actor.SeesEverything || (actor.ScopePath is { } scope && path.StartsWith(scope, StringComparison.Ordinal));

    /// <summary>A brand's words hold for the whole tree, so only its top may write them.</summary>
    private static bool IsHeadOffice(IActor actor) => actor.SeesEverything || actor.ScopePath?.Count(letter => letter == '/') == 2;
}
