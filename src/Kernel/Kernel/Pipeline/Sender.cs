using System.Collections.Concurrent;
using MediatR;
using ServicePlatform.Commands;
using ISender = ServicePlatform.Commands.ISender;

namespace ServicePlatform.Kernel.Pipeline;

internal sealed class Sender(IMediator mediator, EnvelopeFactory envelopes) : ISender
{
    public Task<Result<TResult>> SendAsync<TResult>(ICommand<TResult> command, CancellationToken cancellationToken = default) =>
        mediator.Send((IRequest<Result<TResult>>)envelopes.Wrap(command, typeof(CommandEnvelope<,>), typeof(TResult)), cancellationToken);

    public Task<Result<TResult>> AskAsync<TResult>(IQuery<TResult> query, CancellationToken cancellationToken = default) =>
        mediator.Send((IRequest<Result<TResult>>)envelopes.Wrap(query, typeof(QueryEnvelope<,>), typeof(TResult)), cancellationToken);
}

/// <summary>Makes envelopes for messages whose type is known at run time only.</summary>
internal sealed class EnvelopeFactory
{
    private readonly ConcurrentDictionary<Type, Func<object, object>> _makers = new();

    public object Wrap(object message, Type envelope, Type result) =>
        _makers.GetOrAdd(message.GetType(), static (type, shape) => Maker(shape.envelope.MakeGenericType(type, shape.result), type), (envelope, result))(message);

    private static Func<object, object> Maker(Type envelope, Type message)
    {
        var parameter = System.Linq.Expressions.Expression.Parameter(typeof(object));
        var create = System.Linq.Expressions.Expression.New(
            envelope.GetConstructor([message])!,
            System.Linq.Expressions.Expression.Convert(parameter, message));
        return System.Linq.Expressions.Expression.Lambda<Func<object, object>>(create, parameter).Compile();
    }
}
