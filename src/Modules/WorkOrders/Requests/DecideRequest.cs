using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Access;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;

namespace ServicePlatform.WorkOrders.Requests;

/// <summary>Decides a request by one of its rules.</summary>
internal sealed class RequestDecisions(ISiteDb db, JobAccess access, Journal journal, IClock clock)
{
    public async Task<Result<Done>> DecideAsync(Guid id, int version, Func<Request, DateTime, Failure?> rule, CancellationToken cancellationToken)
    {
        var row = await db.Set<Request>().FirstOrDefaultAsync(request => request.Id == id, cancellationToken);
        var found = Versions.Current(row, version, "orders.request-not-found");
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        if (rule(found.Value, clock.UtcNow) is { } failure)
        {
            return failure;
        }

        await access.EndAsync(found.Value, cancellationToken);
        journal.Write(found.Value);
        return Result.Done;
    }
}

internal sealed class SolveRequestRemotelyValidator : AbstractValidator<SolveRequestRemotely>
{
    public SolveRequestRemotelyValidator() => RuleFor(command => command.Solution).NotEmpty().MaximumLength(Lengths.Text);
}

internal sealed class SolveRequestRemotelyHandler(RequestDecisions decisions) : ICommandHandler<SolveRequestRemotely, Done>
{
    public Task<Result<Done>> HandleAsync(SolveRequestRemotely command, CancellationToken cancellationToken) =>
        decisions.DecideAsync(command.RequestId, command.Version, (request, now) => request.SolveRemotely(command.Solution.Trim(), now), cancellationToken);
}

internal sealed class RejectRequestValidator : AbstractValidator<RejectRequest>
{
    public RejectRequestValidator() => RuleFor(command => command.Reason).NotEmpty().MaximumLength(Lengths.Text);
}

internal sealed class RejectRequestHandler(RequestDecisions decisions) : ICommandHandler<RejectRequest, Done>
{
    public Task<Result<Done>> HandleAsync(RejectRequest command, CancellationToken cancellationToken) =>
        decisions.DecideAsync(command.RequestId, command.Version, (request, now) => request.Reject(command.Reason.Trim(), now), cancellationToken);
}

internal sealed class CloseRequestHandler(RequestDecisions decisions) : ICommandHandler<CloseRequest, Done>
{
    // A converted request closes with its order, not before it.
    public Task<Result<Done>> HandleAsync(CloseRequest command, CancellationToken cancellationToken) =>
        decisions.DecideAsync(
            command.RequestId,
            command.Version,
            (request, now) => request.State == RequestState.Converted ? Failure.Conflict("orders.request-is-converted") : request.Close(now),
            cancellationToken);
}
