using FluentValidation;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Requests;

internal sealed class RecordRequestValidator : AbstractValidator<RecordRequest>
{
    public RecordRequestValidator(IStringLocalizer<Texts> texts, IClock clock)
    {
        RuleFor(command => command.CustomerId).NotEmpty();
        RuleFor(command => command.Channel).NotEmpty().MaximumLength(Lengths.Code).OneOf(Channels.All, texts);
        RuleFor(command => command.JobType).NotEmpty().MaximumLength(Lengths.Code).OneOf(JobTypes.All, texts);
        RuleFor(command => command.Description).NotEmpty().MaximumLength(Lengths.Text);
        RuleFor(command => command.Urgency).IsInEnum();
        RuleFor(command => command.ContactPhone).MaximumLength(40);
        RuleFor(command => command.WishedUntil).Must(until => until is null || until > clock.UtcNow).WithMessage(_ => texts["Validation.WindowPast"]);
        RuleFor(command => command.WishedFrom).Must(from => from is null || from < clock.UtcNow.AddYears(1)).WithMessage(_ => texts["Validation.WindowFar"]);
        RuleFor(command => command.WishedUntil).GreaterThan(command => command.WishedFrom).WithMessage(_ => texts["Validation.WindowEnd"]);
    }
}

internal sealed class RecordRequestHandler(RequestSubjects subjects, RequestMaker maker) : ICommandHandler<RecordRequest, Guid>
{
    public async Task<Result<Guid>> HandleAsync(RecordRequest command, CancellationToken cancellationToken)
    {
        var about = await subjects.SeenByStaffAsync(command.CustomerId, command.MachineId, command.AddressId, cancellationToken);
        if (!about.Succeeded)
        {
            return about.Failure;
        }

        var input = new RequestInput(
            command.Channel, command.JobType, command.Description, command.Urgency, command.WishedFrom, command.WishedUntil, command.ContactPhone);
        return await maker.MakeAsync(about.Value, input, cancellationToken);
    }
}
