using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Demo.Planning;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.Demo.Acting;

/// <summary>Where acts are played: the ordinary use cases, at times of the past.</summary>
internal sealed class Stage(IReplay replay, CancellationToken cancellationToken)
{
    private static readonly PastActor Product = new PastActor.Product();

    /// <exception cref="ActRefusedException">The use case refused it.</exception>
    public async Task<T> DoAsync<T>(ICommand<T> command, PastActor actor, DateTime at)
    {
        var result = await replay.SendAsync(command, actor, at, cancellationToken);
        return result.Succeeded ? result.Value : throw new ActRefusedException(command.GetType().Name, actor, at, result.Failure);
    }

    public async Task<OrderSummary> OrderAsync(Guid id, DateTime at) =>
        (await replay.ReadAsync<IOrderReader, IReadOnlyDictionary<Guid, OrderSummary>>(reader => reader.GetAsync([id], cancellationToken), Product, at, cancellationToken))[id];

    public async Task<RequestSummary> RequestAsync(Guid id, DateTime at) =>
        (await replay.ReadAsync<IRequestReader, IReadOnlyDictionary<Guid, RequestSummary>>(reader => reader.GetAsync([id], cancellationToken), Product, at, cancellationToken))[id];

    public async Task<Guid> AddressOfAsync(Guid customerId, DateTime at) =>
        (await replay.ReadAsync<ICustomerReader, IReadOnlyList<AddressSummary>>(reader => reader.AddressesOfAsync([customerId], cancellationToken), Product, at, cancellationToken))[0].Id;
}

/// <summary>An act of the history was refused: the material and the rules do not agree.</summary>
internal sealed class ActRefusedException(string act, PastActor actor, DateTime at, Failure failure)
    : HistoryException($"{act} by {actor} at {at:u}: {failure.Code} {string.Join(' ', failure.Arguments)} {string.Join("; ", failure.Fields.Select(field => $"{field.Field}: {field.Message ?? field.Code}"))}");
