using MediatR;
using ServicePlatform.Commands;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Pipeline;

/// <summary>
/// Refuses what the feature or the rule does not allow. A command inside another one is not asked again: the outer
/// use case was allowed and decides what belongs to it.
/// </summary>
internal sealed class AuthoriseCommand<TCommand, TResult>(Authoriser authoriser, UnitOfWork work)
    : IPipelineBehavior<CommandEnvelope<TCommand, TResult>, Result<TResult>>
    where TCommand : ICommand<TResult>
{
    public async Task<Result<TResult>> Handle(CommandEnvelope<TCommand, TResult> request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<TResult>> next) =>
        authoriser.Check(typeof(TCommand), isNested: work.IsActive) is { } failure ? failure : await next();
}

internal sealed class AuthoriseQuery<TQuery, TResult>(Authoriser authoriser, DatabaseFaults faults)
    : IPipelineBehavior<QueryEnvelope<TQuery, TResult>, Result<TResult>>
    where TQuery : IQuery<TResult>
{
    public async Task<Result<TResult>> Handle(QueryEnvelope<TQuery, TResult> request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<TResult>> next)
    {
        if (authoriser.Check(typeof(TQuery), isNested: false) is { } failure)
        {
            return failure;
        }

        try
        {
            return await next();
        }
        catch (Exception exception) when (faults.Describe(exception) is { } fault)
        {
            return fault;
        }
    }
}

internal sealed class Authoriser(UseCaseMap useCases, IActorContext actors, ISiteContext site)
{
    public Failure? Check(Type message, bool isNested)
    {
        var useCase = useCases.Of(message);
        if (useCase.Feature is { } feature && !site.IsEnabled(feature))
        {
            return Failure.NotFound("kernel.feature-off");
        }

        return isNested || useCase.Rule.Allows(actors.Current) ? null : Failure.Forbidden();
    }
}
