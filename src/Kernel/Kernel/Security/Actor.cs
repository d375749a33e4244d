using ServicePlatform.Security;

namespace ServicePlatform.Kernel.Security;

/// <summary>A snapshot of who somebody is, taken when his session is looked up.</summary>
public sealed record Actor : IActor
{
    public static Actor Anonymous { get; } = new();

    public static Actor System { get; } = new() { Kind = ActorKind.System };

    public ActorKind Kind { get; init; }

    public Guid UserId { get; init; }

    public string DisplayName { get; init; } = "";

    public string? ScopePath { get; init; }

    public IReadOnlyList<Guid>? PrincipalIds { get; init; } = null;

    public IReadOnlyList<Guid> CustomerIds { get; init; } = [];

    public IReadOnlyList<string> Roles { get; init; } = [];

    public IReadOnlySet<string> Permissions { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Administrators have every permission of the site, also those of features that are switched on later.</summary>
    public bool HasEveryPermission { get; init; }

    public bool SeesEverything => Kind == ActorKind.System || (ScopePaths.IsTop(ScopePath) && PrincipalIds is null);

    public bool Can(string permission) =>
        Kind == ActorKind.System || HasEveryPermission || Permissions.Contains(permission);
}
