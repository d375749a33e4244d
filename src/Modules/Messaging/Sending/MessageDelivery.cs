using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Outside;
using ServicePlatform.Sites;

namespace ServicePlatform.Messaging.Sending;

/// <summary>Hands queued messages to the provider, for a day or for as long as they are worth sending.</summary>
internal sealed class MessageDelivery(ISiteDb db, IEnumerable<IMessageProvider> providers, IClock clock) : OutsideDelivery
{
    public const string Name = "messaging.message";

    public override string Kind => Name;

    public override string PageOf(Guid subjectId) => $"app/messages/{subjectId}";

    public override async Task<Result<string>> SendAsync(Guid subjectId, CancellationToken cancellationToken)
    {
        var message = await Messages.AsNoTracking().FirstOrDefaultAsync(known => known.Id == subjectId, cancellationToken);
        if (message is null)
        {
            return Failure.NotFound("messaging.message-not-found");
        }

        if (message.State == MessageState.Blocked)
        {
            return Failure.Conflict("messaging.message-closed");
        }

        if (message.GoodUntil < clock.UtcNow)
        {
            return Failure.Conflict("messaging.too-late");
        }

        if (await providers.ReadyAsync(cancellationToken) is not { } provider)
        {
            return Failure.Conflict("messaging.no-provider");
        }

        var sent = await provider.SendAsync(new OutgoingMessage(message.Id, message.To, message.Text), cancellationToken);
        return sent.Succeeded ? provider.Name : sent.Failure;
    }

    public override async Task RecordAsync(Guid subjectId, OutsideAttempt attempt, CancellationToken cancellationToken)
    {
        if (await Messages.FirstOrDefaultAsync(known => known.Id == subjectId, cancellationToken) is not { State: not MessageState.Blocked } message)
        {
            return;
        }

        switch (attempt.Outcome)
        {
            case OutsideOutcome.Delivered:
                message.Leave(attempt.TakenBy!, attempt.Number, clock.UtcNow);
                break;
            case OutsideOutcome.GivenUp:
                message.GiveUp(ReasonOf(attempt.Failure)!, attempt.Number, clock.UtcNow);
                break;
            default:
                message.Postpone(ReasonOf(attempt.Failure), attempt.Number);
                break;
        }
    }

    private DbSet<Message> Messages => db.Set<Message>();

    private static string? ReasonOf(Failure? failure) => failure?.Code switch
    {
        "messaging.no-provider" => BlockReasons.NoProvider,
        "messaging.too-late" => BlockReasons.TooLate,
        var code => code,
    };
}
