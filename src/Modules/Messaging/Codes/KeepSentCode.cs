using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Messaging.Sending;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Messaging.Codes;

/// <summary>Keeps in the log that a code was sent. Sent by the sender of codes only, for somebody who has not signed in yet and outside any other command.</summary>
/// <param name="Text">As it left, with the code hidden.</param>
[Everybody]
[AnswerNotStored]
internal sealed record KeepSentCode(Guid Id, string Phone, string Text, string Provider) : ICommand;

internal sealed class KeepSentCodeHandler(ISiteDb db, MessageComposer composer, IClock clock) : ICommandHandler<KeepSentCode, Done>
{
    public Task<Result<Done>> HandleAsync(KeepSentCode command, CancellationToken cancellationToken)
    {
        var message = new Message
        {
            Id = command.Id,
            CustomerId = null,
            PrincipalId = null,
            TemplateCode = SignInCodeSender.TemplateCode,
            Class = MessageClass.Service,
            Language = composer.Language,
            AboutKind = SignInCodeSender.TemplateCode,
            AboutId = Guid.Empty,
            To = command.Phone,
            Text = command.Text,
            CreatedAt = clock.UtcNow,
        };
        message.Leave(command.Provider, 1, clock.UtcNow);
        db.Set<Message>().Add(message);
        return Task.FromResult<Result<Done>>(Result.Done);
    }
}
