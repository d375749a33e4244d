using MediatR;
using ServicePlatform.Commands;

namespace ServicePlatform.Kernel.Pipeline;

/// <summary>Carries a command through MediatR, which modules do not see.</summary>
internal sealed record CommandEnvelope<TCommand, TResult>(TCommand Command) : IRequest<Result<TResult>>
    where TCommand : ICommand<TResult>;

internal sealed record QueryEnvelope<TQuery, TResult>(TQuery Query) : IRequest<Result<TResult>>
    where TQuery : IQuery<TResult>;

internal sealed class CommandEnvelopeHandler<TCommand, TResult>(ICommandHandler<TCommand, TResult> handler)
    : IRequestHandler<CommandEnvelope<TCommand, TResult>, Result<TResult>>
    where TCommand : ICommand<TResult>
{
    public Task<Result<TResult>> Handle(CommandEnvelope<TCommand, TResult> request, CancellationToken cancellationToken) =>
        handler.HandleAsync(request.Command, cancellationToken);
}

internal sealed class QueryEnvelopeHandler<TQuery, TResult>(IQueryHandler<TQuery, TResult> handler)
    : IRequestHandler<QueryEnvelope<TQuery, TResult>, Result<TResult>>
    where TQuery : IQuery<TResult>
{
    public Task<Result<TResult>> Handle(QueryEnvelope<TQuery, TResult> request, CancellationToken cancellationToken) =>
        handler.HandleAsync(request.Query, cancellationToken);
}
