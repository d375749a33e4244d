using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Network.Organisations.Access;

/// <summary>Which part of the tree the actor may look at and change.</summary>
internal sealed class NetworkReach(IActorContext actors)
{
    private IActor Actor => actors.Current;

    private bool IsSystem => Actor.Kind == ActorKind.System;

    /// <summary>True where the actor is a dealer who may change only what is his.</summary>
    public bool IsOwnOnly => !IsSystem && !Actor.Can(NetworkPermissions.Edit) && Actor.Can(NetworkPermissions.EditOwn);

    /// <summary>Path of the actor's own organisation; null for the system.</summary>
    public string? OwnPath => IsSystem ? null : Actor.ScopePath;

    public bool MayEditAnything => IsSystem || Actor.Can(NetworkPermissions.Edit) || Actor.Can(NetworkPermissions.EditOwn);

    /// <summary>Bounds of what the actor sees of the tree: his own node and all below it.</summary>
    public (string Low, string High) Range() =>
        IsSystem ? OrganisationPaths.Range("/")
        : string.IsNullOrEmpty(Actor.ScopePath) ? ("", "")
        : OrganisationPaths.Range(Actor.ScopePath);

    public bool MaySee(string path) => IsSystem || OrganisationPaths.IsAtOrBelow(path, Actor.ScopePath);

    /// <summary>Facts, areas and place of a node: a dealer changes what lies below him, not what the brand has agreed with him.</summary>
    public bool MayEdit(string path) =>
        IsSystem
        || (Actor.Can(NetworkPermissions.Edit) && MaySee(path))
        || (Actor.Can(NetworkPermissions.EditOwn) && OrganisationPaths.IsBelow(path, Actor.ScopePath));

    /// <summary>A new node needs a parent that the actor edits, or his own.</summary>
    public bool MayAddBelow(string parentPath) => MayEditAnything && MaySee(parentPath);

    /// <summary>Technicians and the look of the portal: also those of the dealer's own node.</summary>
    public bool MayEditPeople(string path) => MayEditAnything && MaySee(path);

    /// <summary>The principals that the actor works for; null means all.</summary>
    public IReadOnlyList<Guid>? Principals => IsSystem ? null : Actor.PrincipalIds;

    public bool MaySeePrincipal(Guid principalId) => Principals is not { } own || own.Contains(principalId);
}
