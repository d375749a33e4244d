using System.Collections.Concurrent;
using MediatR;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Kernel.Telemetry;
using ISender = ServicePlatform.Commands.ISender;

namespace ServicePlatform.Kernel.Pipeline;

internal sealed class Sender(IMediator mediator, EnvelopeFactory envelopes, PlatformTelemetry telemetry, SiteContext site) : ISender
{
    public Task<Result<TResult>> SendAsync<TResult>(ICommand<TResult> command, CancellationToken cancellationToken = default) =>
        WatchAsync<TResult>(WorkKinds.Command, command, typeof(CommandEnvelope<,>), cancellationToken);

    public Task<Result<TResult>> AskAsync<TResult>(IQuery<TResult> query, CancellationToken cancellationToken = default) =>
        WatchAsync<TResult>(WorkKinds.Query, query, typeof(QueryEnvelope<,>), cancellationToken);

    private async Task<Result<TResult>> WatchAsync<TResult>(string kind, object message, Type envelope, CancellationToken cancellationToken)
    {
        using var work = telemetry.Begin(kind, EnvelopeFactory.NameOf(message.GetType()), site.HasEntered ? site.Id : "");
        return work.Ended(await mediator.Send((IRequest<Result<TResult>>)envelopes.Wrap(message, envelope, typeof(TResult)), cancellationToken));
    }
}

/// <summary>Makes envelopes for messages whose type is known at run time only.</summary>
internal sealed class EnvelopeFactory
{
    private static readonly ConcurrentDictionary<Type, string> Names = new();

    private readonly ConcurrentDictionary<Type, Func<object, object>> _makers = new();

    /// <summary>The name by which the audit and the telemetry know a use case: <c>Crm.Customers.SaveCustomer</c>.</summary>
    public static string NameOf(Type message) => Names.GetOrAdd(message, static type => type.FullName!.Replace("ServicePlatform.", "", StringComparison.Ordinal));

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
