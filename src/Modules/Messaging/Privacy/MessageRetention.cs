using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Development;
using ServicePlatform.Messaging.Sending;
using ServicePlatform.Privacy;

namespace ServicePlatform.Messaging.Privacy;

/// <summary>Words and numbers of messages that have left or never will. That one was sent, to whom, when and about what, stays.</summary>
internal sealed class MessageRetention(ISiteDb db, ILegalHolds holds) : IRetention
{
    private const string Because = "messages lose their words at the end of their term, whoever sees them";

    public string Id => "messaging.texts";

    public RetentionTerm Term { get; } = new(RetentionUnit.Days, Usual: 180, Least: 30, Longest: 1095);

    public async Task<int> CountAsync(DateTime before, CancellationToken cancellationToken) =>
        await Due(before).CountAsync(cancellationToken) + await DueInbox(before).CountAsync(cancellationToken);

    public async Task<RetentionStep> RemoveAsync(RetentionPass pass, CancellationToken cancellationToken)
    {
        var ids = await Due(pass.Before).OrderBy(message => message.Id).Take(pass.AtMost).Select(message => message.Id).ToListAsync(cancellationToken);
        await db.Unscoped<Message>(Because).Where(message => ids.Contains(message.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.To, "").SetProperty(message => message.Text, ""), cancellationToken);
        var inbox = await DueInbox(pass.Before).Take(pass.AtMost).ExecuteDeleteAsync(cancellationToken);
        return new RetentionStep(ids.Count + inbox, ids.Count == pass.AtMost || inbox == pass.AtMost);
    }

    private IQueryable<Message> Due(DateTime before)
    {
        var (customers, phones) = (holds.Customers, holds.Phones);
        return db.Unscoped<Message>(Because).Where(message => message.State != MessageState.Queued && message.FinishedAt < before && (message.Text != "" || message.To != "")
            && (message.CustomerId == null || !customers.Contains(message.CustomerId.Value)) && !phones.Contains(message.To));
    }

    private IQueryable<InboxMessage> DueInbox(DateTime before)
    {
        var phones = holds.Phones;
        return db.Unscoped<InboxMessage>(Because).Where(message => message.At < before && !phones.Contains(message.To));
    }
}
