using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Messaging.Sending;
using ServicePlatform.Phones;
using ServicePlatform.Security;

namespace ServicePlatform.Messaging.Log;

/// <summary>The message log, newest first, within what the actor may see.</summary>
/// <param name="Phone">As typed; only messages to exactly this number.</param>
[RequirePermission(MessagingPermissions.View)]
internal sealed record ListMessages(MessageState? State, MessageClass? Class, string? TemplateCode, string? Phone, PageRequest Page) : IQuery<Page<MessageRow>>;

internal sealed record MessageRow(Message Message, CustomerSummary? Customer);

internal sealed class ListMessagesHandler(ISiteDb db, ICustomerReader customers, IActorContext actors) : IQueryHandler<ListMessages, Page<MessageRow>>
{
    public async Task<Result<Page<MessageRow>>> HandleAsync(ListMessages query, CancellationToken cancellationToken)
    {
        var messages = db.List<Message>().VisibleTo(actors.Current);
        if (query.State is { } state)
        {
            messages = messages.Where(message => message.State == state);
        }

        if (query.Class is { } messageClass)
        {
            messages = messages.Where(message => message.Class == messageClass);
        }

        if (!string.IsNullOrEmpty(query.TemplateCode))
        {
            messages = messages.Where(message => message.TemplateCode == query.TemplateCode);
        }

        if (!string.IsNullOrWhiteSpace(query.Phone))
        {
            var phone = PhoneNumber.Parse(query.Phone)?.E164 ?? "-";
            messages = messages.Where(message => message.To == phone);
        }

        var page = await messages.ToPageAsync(message => message.CreatedAt, message => message.Id, query.Page, descending: true, cancellationToken);
        var known = await customers.GetAsync([.. page.Items.Select(message => message.CustomerId).OfType<Guid>().Distinct()], cancellationToken);
        return page.Select(message => new MessageRow(message, message.CustomerId is { } id ? known.GetValueOrDefault(id) : null));
    }
}

/// <summary>One message of the log.</summary>
[RequirePermission(MessagingPermissions.View)]
internal sealed record GetMessage(Guid MessageId) : IQuery<MessageRow>;

internal sealed class GetMessageHandler(ISiteDb db, ICustomerReader customers, IActorContext actors) : IQueryHandler<GetMessage, MessageRow>
{
    public async Task<Result<MessageRow>> HandleAsync(GetMessage query, CancellationToken cancellationToken)
    {
        var message = await db.List<Message>().VisibleTo(actors.Current).FirstOrDefaultAsync(known => known.Id == query.MessageId, cancellationToken);
        if (message is null)
        {
            return Failure.NotFound("messaging.message-not-found");
        }

        var customer = message.CustomerId is { } id ? (await customers.GetAsync([id], cancellationToken)).GetValueOrDefault(id) : null;
        return new MessageRow(message, customer);
    }
}

internal static class MessageScope
{
    /// <summary>Messages about the work of the actor's organisations and principals; those of nobody's work only for the top.</summary>
    public static IQueryable<Message> VisibleTo(this IQueryable<Message> messages, IActor actor)
    {
        if (actor.SeesEverything)
        {
            return messages;
        }

        if (actor.PrincipalIds is { } own)
        {
            messages = messages.Where(message => message.PrincipalId != null && own.Contains(message.PrincipalId.Value));
        }

        var (low, high) = ScopePaths.Range(actor.ScopePath);
        return ScopePaths.IsTop(actor.ScopePath)
            ? messages
            : messages.Where(message => message.OrganisationPath != null
                && string.Compare(message.OrganisationPath, low) >= 0 && string.Compare(message.OrganisationPath, high) < 0);
    }
}
