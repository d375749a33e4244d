using FluentValidation;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Requests;

internal sealed class SubmitRequestValidator : AbstractValidator<SubmitRequest>
{
    public SubmitRequestValidator(IStringLocalizer<Texts> texts, IClock clock)
    {
        RuleFor(command => command.CustomerId).NotEmpty();
        RuleFor(command => command.JobType).NotEmpty().MaximumLength(Lengths.Code).OneOf(JobTypes.All, texts);
        RuleFor(command => command.Description).NotEmpty().MaximumLength(Lengths.Text);
        RuleFor(command => command.ContactPhone).MaximumLength(40);
        RuleFor(command => command.WishedUntil).Must(until => until is null || until > clock.UtcNow).WithMessage(_ => texts["Validation.WindowPast"]);
        RuleFor(command => command.WishedFrom).Must(from => from is null || from < clock.UtcNow.AddYears(1)).WithMessage(_ => texts["Validation.WindowFar"]);
        RuleFor(command => command.WishedUntil).GreaterThan(command => command.WishedFrom).WithMessage(_ => texts["Validation.WindowEnd"]);
    }
}

internal sealed class SubmitRequestHandler(RequestSubjects subjects, RequestMaker maker, IActorContext actors, ISiteDb db)
    : ICommandHandler<SubmitRequest, Guid>
{
    public async Task<Result<Guid>> HandleAsync(SubmitRequest command, CancellationToken cancellationToken)
    {
        var about = await subjects.OwnAsync(command.CustomerId, command.MachineId, command.AddressId, cancellationToken);
        if (!about.Succeeded)
        {
            return about.Failure;
        }

        using var wide = actors.Widen("a customer files a request for himself; the subject was checked to be his own");
        var input = new RequestInput(
            Channels.Portal, command.JobType, command.Description, Urgency.Normal, command.WishedFrom, command.WishedUntil, command.ContactPhone);
        var made = await maker.MakeAsync(about.Value, input, cancellationToken);
        if (made.Succeeded)
        {
            await db.SaveAsync(cancellationToken);
        }

        return made;
    }
}
