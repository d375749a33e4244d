using Microsoft.AspNetCore.Identity;
using ServicePlatform.Data.Identity;

namespace ServicePlatform.Accounts.SignIn;

/// <summary>Stands in where no account has the name, so that a password is hashed all the same.</summary>
internal sealed class NobodysAccount
{
    private string? _hash;

    public SiteUser User { get; } = new();

    public string PasswordHash(IPasswordHasher<SiteUser> hasher) => _hash ??= hasher.HashPassword(User, Guid.NewGuid().ToString());
}
