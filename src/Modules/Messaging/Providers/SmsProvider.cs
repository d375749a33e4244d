using ServicePlatform.Commands;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Settings;

namespace ServicePlatform.Messaging.Providers;

/// <summary>Messages go to the gateway of the site's settings.</summary>
internal sealed class SmsProvider(ISettings settings, ISecrets secrets, SmsGateway gateway) : IMessageProvider
{
    public string Name => "sms";

    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken) => (await settings.GetAsync<SmsSettings>(cancellationToken)).IsOn;

    public async Task<Result<Done>> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var sms = await settings.GetAsync<SmsSettings>(cancellationToken);
        if (sms.Address.Length == 0)
        {
            return Failure.Unavailable("messaging.sms-off");
        }

        var secret = sms.SealedSecret.Length == 0 ? "" : secrets.Open(SmsSettings.Purpose, sms.SealedSecret);
        return secret is null ? Failure.Unavailable("messaging.secret-lost") : await gateway.SendAsync(sms, secret, message, cancellationToken);
    }
}
