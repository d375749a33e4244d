using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Settings;
using ServicePlatform.Sites;

namespace ServicePlatform.Messaging.Sending;

/// <summary>Collects what <see cref="Peace"/> decides on.</summary>
internal sealed class PeaceKeeper(ISiteDb db, IMarketingConsents consents, ISettings settings, ISiteContext site, IClock clock)
{
    /// <summary>The same words about the same thing are not said again within this time.</summary>
    private static readonly TimeSpan RepeatPause = TimeSpan.FromMinutes(10);

    public async Task<string?> ReasonAgainstAsync(Message message, CancellationToken cancellationToken)
    {
        if (await IsRepeatAsync(message, cancellationToken))
        {
            return BlockReasons.Repeated;
        }

        if (message.Class != MessageClass.Marketing)
        {
            return null;
        }

        var rules = await settings.GetAsync<MessagingSettings>(cancellationToken);
        var since = clock.UtcNow.AddDays(-rules.CapDays);
        var sent = await db.List<Message>().CountAsync(
            other => other.CustomerId == message.CustomerId && other.Class == MessageClass.Marketing && other.CreatedAt > since
                && (other.State == MessageState.Sent || other.State == MessageState.Queued),
            cancellationToken);
        var hasConsent = message.CustomerId is { } customerId && await consents.HasAsync(customerId, cancellationToken);
        var localTime = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.UtcNow, site.TimeZone));
        return Peace.ReasonAgainst(message.Class, localTime, hasConsent, sent, rules);
    }

    private Task<bool> IsRepeatAsync(Message message, CancellationToken cancellationToken)
    {
        var since = clock.UtcNow - RepeatPause;
        return db.List<Message>().AnyAsync(
            other => other.AboutId == message.AboutId && other.TemplateCode == message.TemplateCode && other.To == message.To && other.Text == message.Text
                && other.CreatedAt > since && (other.State == MessageState.Sent || other.State == MessageState.Queued),
            cancellationToken);
    }
}
