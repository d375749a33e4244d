using ServicePlatform.Commands;

namespace ServicePlatform.Security;

/// <summary>A member of staff who may sign in.</summary>
/// <param name="UserName">Name to sign in with; letters, digits, dots and dashes.</param>
/// <param name="ScopePath">Path of his organisation; null in the operator's area.</param>
/// <param name="PrincipalIds">The principals that he works for; null means all.</param>
public sealed record StaffAccount(
    string UserName,
    string DisplayName,
    string? Phone,
    string? ScopePath,
    IReadOnlyList<Guid>? PrincipalIds,
    IReadOnlyList<string> Roles);

/// <summary>Accounts of the current site.</summary>
public interface ISiteAccounts
{
    /// <summary>Creates the account, or brings it to this state if the user name exists; the password is set only on creation.</summary>
    Task<Result<Guid>> SaveStaffAsync(StaffAccount account, string initialPassword, CancellationToken cancellationToken);

    /// <summary>The account that signs in with this name, active or not; null where the name is free.</summary>
    Task<Guid?> FindByUserNameAsync(string userName, CancellationToken cancellationToken);

    /// <summary>Names of accounts, for timelines and lists; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken);

    /// <summary>Ends every session of the account at once.</summary>
    Task RevokeSessionsAsync(Guid userId, CancellationToken cancellationToken);
}

/// <summary>Answers which customers a proven phone number stands for. Implemented by the module that owns customers.</summary>
public interface ICustomerDirectory
{
    /// <param name="phone">In E.164: <c>+8613800001234</c>.</param>
    Task<IReadOnlyList<CustomerIdentity>> FindByPhoneAsync(string phone, CancellationToken cancellationToken);
}

public sealed record CustomerIdentity(Guid CustomerId, string DisplayName);

/// <summary>Sends a sign-in code to a phone. Implemented by the messaging module.</summary>
public interface ISignInCodeSender
{
    Task<Result<Done>> SendAsync(string phone, string code, TimeSpan validFor, CancellationToken cancellationToken);
}
