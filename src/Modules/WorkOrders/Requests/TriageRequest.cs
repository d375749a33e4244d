using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;

namespace ServicePlatform.WorkOrders.Requests;

internal sealed class TriageRequestValidator : AbstractValidator<TriageRequest>
{
    public TriageRequestValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.JobType).NotEmpty().MaximumLength(Lengths.Code).OneOf(JobTypes.All, texts);
        RuleFor(command => command.Urgency).IsInEnum();
        RuleFor(command => command.Note).MaximumLength(Lengths.Text);
    }
}

internal sealed class TriageRequestHandler(ISiteDb db, RequestSubjects subjects, IntakeDesk desk, Journal journal, IClock clock)
    : ICommandHandler<TriageRequest, Done>
{
    public async Task<Result<Done>> HandleAsync(TriageRequest command, CancellationToken cancellationToken)
    {
        var row = await db.Set<Request>().FirstOrDefaultAsync(request => request.Id == command.RequestId, cancellationToken);
        var found = Versions.Current(row, command.Version, "orders.request-not-found");
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var request = found.Value;
        var about = await subjects.SeenByStaffAsync(request.CustomerId, command.MachineId, command.AddressId, cancellationToken);
        if (!about.Succeeded)
        {
            return about.Failure;
        }

        var note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim();
        if (request.Triage(command.JobType, command.Urgency, about.Value.Machine?.Id, about.Value.Address?.Id, note, clock.UtcNow) is { } failure)
        {
            return failure;
        }

        request.BookBy = await desk.BookByAsync(request, about.Value, cancellationToken);
        journal.Write(request);
        return Result.Done;
    }
}
