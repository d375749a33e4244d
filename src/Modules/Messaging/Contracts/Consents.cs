using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Messaging.Contracts;

/// <summary>Keeps that a customer agreed to marketing messages, or took it back.</summary>
/// <param name="Source">How he said it: <c>phone</c>, <c>form</c>.</param>
[RequirePermission(CrmPermissions.Edit)]
public sealed record RecordMarketingConsent(Guid CustomerId, bool IsGiven, string Source) : ICommand;

/// <summary>The signed-in customer agrees to marketing messages, or takes it back, for all that he stands for.</summary>
[Customer]
public sealed record SetOwnMarketingConsent(bool IsGiven) : ICommand;

public interface IMarketingConsents
{
    /// <summary>True where the last word of the customer was yes.</summary>
    Task<bool> HasAsync(Guid customerId, CancellationToken cancellationToken);
}
