using ServicePlatform.Commands;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Settings;
using ServicePlatform.Sites;

namespace ServicePlatform.Messaging.Providers;

/// <summary>The providers as they are saved, without their secrets.</summary>
[RequirePermission(MessagingPermissions.Providers)]
internal sealed record ReadProviders : IQuery<ProviderSheet>;

/// <param name="ToInbox">Messages to phones go into the development inbox, whatever is saved.</param>
internal sealed record ProviderSheet(SmsForm Sms, EmailForm Email, bool ToInbox);

internal sealed class SmsForm
{
    public bool IsOn { get; set; }

    public string? Address { get; set; }

    public string? Sender { get; set; }

    /// <summary>Typed anew; never filled in.</summary>
    public string? Secret { get; set; }

    public bool HasSecret { get; set; }

    public int Version { get; set; }
}

internal sealed class EmailForm
{
    public bool IsOn { get; set; }

    public string? Host { get; set; }

    public int? Port { get; set; }

    public EmailEncryption Encryption { get; set; }

    public string? UserName { get; set; }

    /// <summary>Typed anew; never filled in.</summary>
    public string? Password { get; set; }

    public bool HasPassword { get; set; }

    public string? FromAddress { get; set; }

    public string? FromName { get; set; }

    public int Version { get; set; }
}

internal sealed class ReadProvidersHandler(ISettings settings, ISiteContext site) : IQueryHandler<ReadProviders, ProviderSheet>
{
    public async Task<Result<ProviderSheet>> HandleAsync(ReadProviders query, CancellationToken cancellationToken)
    {
        var sms = await settings.GetAsync<SmsSettings>(cancellationToken);
        var email = await settings.GetAsync<EmailSettings>(cancellationToken);
        return new ProviderSheet(
            new SmsForm
            {
                IsOn = sms.IsOn,
                Address = sms.Address,
                Sender = sms.Sender,
                HasSecret = sms.SealedSecret.Length > 0,
                Version = await settings.VersionAsync<SmsSettings>(cancellationToken),
            },
            new EmailForm
            {
                IsOn = email.IsOn,
                Host = email.Host,
                Port = email.Port,
                Encryption = email.Encryption,
                UserName = email.UserName,
                HasPassword = email.SealedPassword.Length > 0,
                FromAddress = email.FromAddress,
                FromName = email.FromName,
                Version = await settings.VersionAsync<EmailSettings>(cancellationToken),
            },
            site.IsEnabled(Features.Development));
    }
}
