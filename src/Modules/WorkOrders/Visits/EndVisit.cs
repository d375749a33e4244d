using FluentValidation;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Settings;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Clocks;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Visits;

internal sealed class FinishVisitValidator : AbstractValidator<FinishVisit>
{
    public FinishVisitValidator()
    {
        RuleFor(command => command.Finding).MaximumLength(Lengths.Text);
        RuleFor(command => command.Conclusion).NotEmpty().MaximumLength(Lengths.Text);
    }
}

internal sealed class FinishVisitHandler(FieldDesk desk, DeviceRecords devices) : ICommandHandler<FinishVisit, Done>
{
    public Task<Result<Done>> HandleAsync(FinishVisit command, CancellationToken cancellationToken) =>
        desk.ActAsync(command.VisitId, command.At, job => FinishAsync(command, job, cancellationToken), cancellationToken);

    private async Task<Failure?> FinishAsync(FinishVisit command, FieldJob job, CancellationToken cancellationToken)
    {
        var finding = string.IsNullOrWhiteSpace(command.Finding) ? null : command.Finding.Trim();
        if (job.Visit.Finish(finding, command.Conclusion.Trim(), job.At) is { } failure)
        {
            return failure;
        }

        job.Order.TakeOver(job.Visit);
        return job.Order.EndVisit(job.At) ?? await devices.WriteAsync(job.Visit, job.At, cancellationToken);
    }
}

internal sealed class ReportNobodyHomeValidator : AbstractValidator<ReportNobodyHome>
{
    public ReportNobodyHomeValidator() => RuleFor(command => command.Note).MaximumLength(Lengths.Text);
}

internal sealed class ReportNobodyHomeHandler(FieldDesk desk, ISettings settings, ISiteContext site) : ICommandHandler<ReportNobodyHome, Done>
{
    public Task<Result<Done>> HandleAsync(ReportNobodyHome command, CancellationToken cancellationToken) =>
        desk.ActAsync(
            command.VisitId,
            command.At,
            async job =>
            {
                var policy = (await settings.GetAsync<ServicePromises>(cancellationToken)).PolicyFor(PauseReason.NobodyHome);
                return job.Visit.FindNobody(command.Note, job.At)
                    ?? job.Order.AwaitReturn(PauseReason.NobodyHome, command.Note, policy, job.At, site.TimeZone);
            },
            cancellationToken);
}

internal sealed class LeaveIncompleteValidator : AbstractValidator<LeaveIncomplete>
{
    public LeaveIncompleteValidator()
    {
        RuleFor(command => command.Reason).IsInEnum();
        RuleFor(command => command.Note).NotEmpty().MaximumLength(Lengths.Text);
    }
}

internal sealed class LeaveIncompleteHandler(FieldDesk desk, DeviceRecords devices, ISettings settings, ISiteContext site)
    : ICommandHandler<LeaveIncomplete, Done>
{
    public Task<Result<Done>> HandleAsync(LeaveIncomplete command, CancellationToken cancellationToken) =>
        desk.ActAsync(command.VisitId, command.At, job => LeaveAsync(command, job, cancellationToken), cancellationToken);

    private async Task<Failure?> LeaveAsync(LeaveIncomplete command, FieldJob job, CancellationToken cancellationToken)
    {
        var policy = (await settings.GetAsync<ServicePromises>(cancellationToken)).PolicyFor(command.Reason);
        if (job.Visit.LeaveIncomplete(command.Reason, command.Note.Trim(), job.At) is { } failure)
        {
            return failure;
        }

        job.Order.TakeOver(job.Visit);
        return job.Order.AwaitReturn(command.Reason, command.Note.Trim(), policy, job.At, site.TimeZone)
            ?? await devices.WriteAsync(job.Visit, job.At, cancellationToken);
    }
}
