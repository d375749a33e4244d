using FluentValidation;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Files;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Visits;

internal sealed class SignVisitValidator : AbstractValidator<SignVisit>
{
    public SignVisitValidator() => RuleFor(command => command.SignerName).NotEmpty().MaximumLength(Lengths.Name);
}

internal sealed class SignVisitHandler(FieldDesk desk, IFileStore files) : ICommandHandler<SignVisit, Done>
{
    public Task<Result<Done>> HandleAsync(SignVisit command, CancellationToken cancellationToken) =>
        desk.ActAsync(command.VisitId, command.At, job => SignAsync(command, job, cancellationToken), cancellationToken);

    private async Task<Failure?> SignAsync(SignVisit command, FieldJob job, CancellationToken cancellationToken)
    {
        if (job.Visit.CanSign() is { } failure)
        {
            return failure;
        }

        if (command.Drawing is not { } drawing)
        {
            return Failure.Invalid(nameof(command.Drawing), "orders.signature-needed");
        }

        var saved = await files.SaveAsync(drawing, "signature.png", Subjects.Visit(job.Visit.Id), FileRules.Signature, nameof(command.Drawing), cancellationToken);
        return saved.Succeeded ? job.Visit.Sign(command.SignerName.Trim(), saved.Value.Id, job.At, job.Now) : saved.Failure;
    }
}
