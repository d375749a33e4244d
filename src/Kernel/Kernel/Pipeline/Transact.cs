using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Audit;
using ServicePlatform.Data.Sites;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Pipeline;

/// <summary>
/// Runs a command once in one transaction. A repeat with the same operation id gets the first one's answer; the same id with
/// another body is refused.
/// </summary>
internal sealed class TransactCommand<TCommand, TResult>(
    SiteDbContext db,
    UnitOfWork work,
    IActorContext actors,
    IOperationContext operation,
    IClock clock)
    : IPipelineBehavior<CommandEnvelope<TCommand, TResult>, Result<TResult>>
    where TCommand : ICommand<TResult>
{
    private static readonly bool StoresAnswer = typeof(TCommand).GetCustomAttribute<AnswerNotStoredAttribute>() is null;

    private static readonly string Name = typeof(TCommand).FullName!.Replace("ServicePlatform.", "", StringComparison.Ordinal);

    public async Task<Result<TResult>> Handle(CommandEnvelope<TCommand, TResult> request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<TResult>> next)
    {
        if (work.IsActive)
        {
            return await JoinAsync(next, cancellationToken);
        }

        var body = CommandBody.Of(request.Command);
        if (body.HostileFields.Count > 0)
        {
            return Failure.Invalid(body.HostileFields);
        }

        var operationId = StoresAnswer ? operation.OperationId : null;
        if (operationId is { Length: > Lengths.Code })
        {
            return Failure.Invalid("Operation-Id", "kernel.operation-id");
        }

        var result = await RunAsync(body, operationId, next, cancellationToken);

        // Somebody else with the same id was faster: his answer is ours.
        return result.Failure is { Code: "kernel.duplicate" } && operationId is not null && await StoredAsync(body, operationId, cancellationToken) is { } stored
            ? stored
            : result;
    }

    /// <summary>A command inside another one: what it did is written, so that the outer one and its further commands can read it.</summary>
    private async Task<Result<TResult>> JoinAsync(RequestHandlerDelegate<Result<TResult>> next, CancellationToken cancellationToken)
    {
        var result = await next();
        if (result.Succeeded)
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return result;
    }

    private Task<Result<TResult>> RunAsync(CommandBody body, string? operationId, RequestHandlerDelegate<Result<TResult>> next, CancellationToken cancellationToken)
    {
        OperationRow? claim = null;
        return work.RunAsync(
            async () =>
            {
                if (operationId is null)
                {
                    return await next();
                }

                if (await StoredAsync(body, operationId, cancellationToken) is { } stored)
                {
                    claim = null;
                    return stored.Succeeded ? Replayed(stored) : stored;
                }

                claim = new OperationRow
                {
                    ActorId = actors.Current.UserId,
                    Command = Name,
                    OperationId = operationId,
                    BodyHash = body.Hash,
                    At = clock.UtcNow,
                };
                db.Add(claim);

                // Written first, so that a parallel repeat waits here for the first one's commit.
                await db.SaveChangesAsync(cancellationToken);
                return await next();
            },
            answer => Complete(body, claim, answer),
            cancellationToken);
    }

    private bool _isReplay;

    private Result<TResult> Replayed(Result<TResult> stored)
    {
        _isReplay = true;
        return stored;
    }

    private void Complete(CommandBody body, OperationRow? claim, TResult answer)
    {
        if (_isReplay)
        {
            return;
        }

        if (claim is not null)
        {
            claim.Answer = JsonSerializer.Serialize(answer);
        }

        db.Add(new AuditRow
        {
            At = clock.UtcNow,
            ActorKind = actors.Current.Kind,
            ActorId = actors.Current.UserId,
            Command = Name,
            Subjects = body.Subjects(answer),
            OperationId = claim?.OperationId,
            TraceId = Activity.Current?.TraceId.ToString() ?? "",
        });
    }

    private async Task<Result<TResult>?> StoredAsync(CommandBody body, string operationId, CancellationToken cancellationToken)
    {
        var actor = actors.Current.UserId;
        var row = await db.Set<OperationRow>().AsNoTracking()
            .SingleOrDefaultAsync(r => r.ActorId == actor && r.Command == Name && r.OperationId == operationId, cancellationToken);
        if (row is null)
        {
            return null;
        }

        return row.BodyHash == body.Hash && row.Answer is not null
            ? JsonSerializer.Deserialize<TResult>(row.Answer)!
            : Failure.Conflict("kernel.operation-reused");
    }
}
