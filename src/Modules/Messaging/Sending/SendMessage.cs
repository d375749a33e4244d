using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Messaging.Templates;
using ServicePlatform.Outside;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Messaging.Sending;

internal sealed class SendMessageValidator : AbstractValidator<SendMessage>
{
    public SendMessageValidator()
    {
        RuleFor(command => command.CustomerId).NotEmpty();
        RuleFor(command => command.TemplateCode).NotEmpty().MaximumLength(Lengths.Code);
        RuleFor(command => command.Class).IsInEnum();
        RuleFor(command => command.About).NotNull();
        RuleFor(command => command.Values).NotNull();
        RuleFor(command => command.OrganisationPath).MaximumLength(Lengths.Path);
    }
}

/// <summary>
/// Composes the message and queues it. Where it may not or cannot be sent it is logged with the reason and the sender's own
/// work goes on: a customer without a phone does not undo an appointment.
/// </summary>
internal sealed class SendMessageHandler(
    ISiteDb db,
    ICustomerReader customers,
    MessageComposer composer,
    PeaceKeeper peace,
    IActorContext actors,
    IClock clock,
    IOutsideDeliveries deliveries) : ICommandHandler<SendMessage, Guid>
{
    public async Task<Result<Guid>> HandleAsync(SendMessage command, CancellationToken cancellationToken)
    {
        var customer = await FindAsync(command.CustomerId, cancellationToken);
        if (customer is null)
        {
            return Failure.NotFound("messaging.customer-not-found");
        }

        var template = await db.List<MessageTemplate>().FirstOrDefaultAsync(known => known.Code == command.TemplateCode, cancellationToken);
        var composed = composer.Compose(template, customer, command.Values);
        var message = new Message
        {
            CustomerId = customer.Id,
            PrincipalId = customer.PrincipalId,
            OrganisationPath = command.OrganisationPath,
            TemplateCode = command.TemplateCode,
            Class = template is null ? command.Class : Peace.ClassOf(template.Class, command.Class),
            Language = composed.Language,
            AboutKind = command.About.Kind,
            AboutId = command.About.Id,
            To = customer.Phone ?? "",
            Text = composed.Text ?? "",
            CreatedAt = clock.UtcNow,
            GoodUntil = command.GoodFor is { } time ? clock.UtcNow + time : null,
        };
        var reason = composed.Reason ?? await peace.ReasonAgainstAsync(message, cancellationToken);
        if (reason is not null)
        {
            message.Block(reason, clock.UtcNow);
        }
        else
        {
            deliveries.Queue(MessageDelivery.Name, message.Id);
        }

        db.Set<Message>().Add(message);
        return message.Id;
    }

    private async Task<CustomerSummary?> FindAsync(Guid customerId, CancellationToken cancellationToken)
    {
        using var spoken = Spoken.In(composer.Culture);
        using var widened = actors.Widen("the sender has checked that the message is about this customer");
        return (await customers.GetAsync([customerId], cancellationToken)).GetValueOrDefault(customerId);
    }
}
