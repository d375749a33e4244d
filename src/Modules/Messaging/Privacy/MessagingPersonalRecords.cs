using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Consents;
using ServicePlatform.Messaging.Development;
using ServicePlatform.Messaging.Sending;
using ServicePlatform.Privacy;
using ServicePlatform.Sites;

namespace ServicePlatform.Messaging.Privacy;

/// <summary>Messages to him. That one was sent stays; its words and its address go. Consent is kept as proof: it names nobody any more.</summary>
internal sealed class MessagingPersonalRecords(ISiteDb db, IClock clock) : IPersonalRecords
{
    private const string Because = "what is held of one person is copied or erased as a whole, whoever sees it";

    /// <summary>Reason of messages that had not left when their customer was erased.</summary>
    private const string Erased = "customer-erased";

    public int Order => 16;

    public Task<Failure?> WhyKeptAsync(Guid customerId, CancellationToken cancellationToken) => Task.FromResult<Failure?>(null);

    public async Task<IReadOnlyList<PersonalSection>> CopyAsync(Guid customerId, CancellationToken cancellationToken)
    {
        var messages = await db.Unscoped<Message>(Because).Where(message => message.CustomerId == customerId).OrderBy(message => message.CreatedAt).ToListAsync(cancellationToken);
        var consents = await db.Unscoped<MarketingConsent>(Because).Where(consent => consent.CustomerId == customerId).OrderBy(consent => consent.At).ToListAsync(cancellationToken);
        return
        [
            new("messages", [.. messages.Select(message => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["at"] = message.CreatedAt,
                ["to"] = message.To,
                ["class"] = message.Class,
                ["text"] = message.Text,
                ["state"] = message.State,
            })]),
            new("consents", [.. consents.Select(consent => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["at"] = consent.At,
                ["marketing"] = consent.IsGiven,
                ["source"] = consent.Source,
            })]),
        ];
    }

    public async Task EraseAsync(PersonErasure person, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        var his = db.Unscoped<Message>(Because).Where(message => message.CustomerId == person.CustomerId || person.Phones.Contains(message.To));
        await his.Where(message => message.State == MessageState.Queued).ExecuteUpdateAsync(
            set => set.SetProperty(message => message.State, MessageState.Blocked).SetProperty(message => message.Reason, Erased).SetProperty(message => message.FinishedAt, now), cancellationToken);
        await his.ExecuteUpdateAsync(set => set.SetProperty(message => message.To, "").SetProperty(message => message.Text, ""), cancellationToken);
        await db.Unscoped<InboxMessage>(Because).Where(message => person.Phones.Contains(message.To)).ExecuteDeleteAsync(cancellationToken);
    }
}

internal sealed class MessagingPersonalColumns : IPersonalColumns
{
    public IReadOnlyCollection<string> OfCustomers { get; } = ["Messaging_Messages.To", "Messaging_Messages.Text", "Messaging_DevelopmentInbox.To", "Messaging_DevelopmentInbox.Text"];

    public IReadOnlyCollection<string> OfStaff { get; } = [];

    public IReadOnlyDictionary<string, string> NotPersonal { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Messaging_Messages.Reason"] = "a code",
        ["Messaging_Templates.Name"] = "words that the company writes to all",
        ["Messaging_Templates.EnglishName"] = "words that the company writes to all",
        ["Messaging_Templates.ChineseText"] = "words that the company writes to all",
        ["Messaging_Templates.EnglishText"] = "words that the company writes to all",
        ["Messaging_Templates.PlaceholderNames"] = "words that the company writes to all",
    };
}
