using Microsoft.AspNetCore.Identity;
using ServicePlatform.Security;

namespace ServicePlatform.Data.Identity;

/// <summary>An account of a site: a member of staff (password) or a customer (phone code).</summary>
public sealed class SiteUser : IdentityUser<Guid>
{
    public SiteUser() => Id = Guid.CreateVersion7();

    public ActorKind Kind { get; set; } = ActorKind.Staff;

    public string DisplayName { get; set; } = "";

    /// <summary>Path of the organisation whose subtree he works in; null for customers and operators.</summary>
    public string? ScopePath { get; set; }

    /// <summary>Principals that he works for, separated by blanks; null means all.</summary>
    public string? PrincipalIds { get; set; }

    public bool IsActive { get; set; } = true;

    public DateTime CreatedAt { get; set; }

    public IReadOnlyList<Guid>? Principals
    {
        get => PrincipalIds?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse).ToList();
        set => PrincipalIds = value is null ? null : string.Join(' ', value);
    }
}

/// <summary>A role; the names of the standard ones are the ids in <see cref="StandardRoles"/>.</summary>
public sealed class SiteRole : IdentityRole<Guid>
{
    public SiteRole() => Id = Guid.CreateVersion7();
}

/// <summary>A permission that a role allows.</summary>
public sealed class RolePermission
{
    public Guid RoleId { get; init; }

    public required string Permission { get; init; }
}

/// <summary>One signed-in browser or device. A cookie is good as long as its session stands.</summary>
public sealed class UserSession
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UserId { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime LastSeenAt { get; set; }

    public DateTime ExpiresAt { get; set; }

    public DateTime? RevokedAt { get; set; }

    /// <summary>Browser as it named itself, shortened.</summary>
    public required string Device { get; init; }

    public required string Address { get; init; }

    /// <summary>The portal it was opened on; null for the site's own pages.</summary>
    public string? Portal { get; init; }
}

/// <summary>A code that was sent to a phone. Only a keyed hash is kept.</summary>
public sealed class SignInCode
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>E.164.</summary>
    public required string Phone { get; init; }

    public required string Hash { get; init; }

    /// <summary>Keyed hash of the network address that asked for it.</summary>
    public string Source { get; init; } = "";

    public DateTime CreatedAt { get; init; }

    public DateTime ExpiresAt { get; init; }

    public int Attempts { get; set; }

    public DateTime? UsedAt { get; set; }
}
