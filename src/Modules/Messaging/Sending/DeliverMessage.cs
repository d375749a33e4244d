using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Events;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Sites;

namespace ServicePlatform.Messaging.Sending;

/// <summary>Hands queued messages to the provider. A failure is tried again by the delivery loop; after the last attempt the message is given up.</summary>
internal sealed class DeliverMessage(ISiteDb db, IEnumerable<IMessageProvider> providers, IClock clock) : IEventListener<MessageQueued>
{
    public const int MaximumAttempts = 5;

    public async Task HandleAsync(MessageQueued domainEvent, EventDelivery delivery, CancellationToken cancellationToken)
    {
        var message = await db.Set<Message>().FirstOrDefaultAsync(known => known.Id == domainEvent.MessageId, cancellationToken);
        if (message is not { State: MessageState.Queued })
        {
            return;
        }

        if (await providers.ReadyAsync(cancellationToken) is not { } provider)
        {
            message.GiveUp(null, BlockReasons.NoProvider, delivery.Attempt, clock.UtcNow);
            return;
        }

        var sent = await provider.SendAsync(new OutgoingMessage(message.Id, message.To, message.Text), cancellationToken);
        if (sent.Succeeded)
        {
            message.Leave(provider.Name, delivery.Attempt, clock.UtcNow);
        }
        else if (delivery.Attempt >= MaximumAttempts)
        {
            message.GiveUp(provider.Name, sent.Failure.Code, delivery.Attempt, clock.UtcNow);
        }
        else
        {
            throw new MessageNotDeliveredException(provider.Name, sent.Failure.Code);
        }
    }
}

/// <summary>Tells the delivery loop to try again later.</summary>
internal sealed class MessageNotDeliveredException(string provider, string code) : Exception($"{provider} did not take the message: {code}");
