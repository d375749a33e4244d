using FluentValidation;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Visits;

internal sealed class CompleteStepValidator : AbstractValidator<CompleteStep>
{
    public CompleteStepValidator()
    {
        RuleFor(command => command.StepCode).NotEmpty().MaximumLength(Lengths.Code + 8);
        RuleFor(command => command.Text).MaximumLength(Lengths.Text);
        RuleFor(command => command.Value).InclusiveBetween(-1_000_000, 1_000_000).When(command => command.Value is not null);
        RuleFor(command => command.Minutes).InclusiveBetween(0, 24 * 60).When(command => command.Minutes is not null);
    }
}

internal sealed class CompleteStepHandler(FieldDesk desk) : ICommandHandler<CompleteStep, Done>
{
    public Task<Result<Done>> HandleAsync(CompleteStep command, CancellationToken cancellationToken) =>
        desk.ActAsync(
            command.VisitId,
            command.At,
            job => Task.FromResult(job.Visit.DoStep(command.StepCode, command.Value, command.Text?.Trim(), command.Minutes, job.At, job.Now)),
            cancellationToken);
}
