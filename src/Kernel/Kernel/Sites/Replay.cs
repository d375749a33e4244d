using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.Data.Identity;
using ServicePlatform.Kernel.Events;
using ServicePlatform.Kernel.Outside;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Sites;

internal sealed class Replay(SiteScopes scopes, SiteContext site, ActorContext caller, OutboxDeliverer deliverer, OutsideDeliverer outside) : IReplay
{
    public async Task<Result<T>> SendAsync<T>(ICommand<T> command, PastActor actor, DateTime at, CancellationToken cancellationToken)
    {
        using var quiet = site.Runtime.Deliveries.Hold();
        var result = await ReadAsync<ISender, Result<T>>(sender => sender.SendAsync(command, cancellationToken), actor, at, cancellationToken);
        if (result.Succeeded)
        {
            await deliverer.DeliverAsync(site.Runtime, cancellationToken, at);
            await outside.DeliverAsync(site.Runtime, cancellationToken, at);
        }

        return result;
    }

    public Task<Result<T>> AskAsync<T>(IQuery<T> query, PastActor actor, DateTime at, CancellationToken cancellationToken) =>
        ReadAsync<ISender, Result<T>>(sender => sender.AskAsync(query, cancellationToken), actor, at, cancellationToken);

    public async Task<T> ReadAsync<TService, T>(Func<TService, Task<T>> read, PastActor actor, DateTime at, CancellationToken cancellationToken)
        where TService : notnull
    {
        if (caller.Current.Kind != ActorKind.System)
        {
            throw new InvalidOperationException("Only the product itself may replay the past.");
        }

        await using var scope = scopes.Open(site.Runtime);
        scope.ServiceProvider.GetRequiredService<ScopeClock>().ActAt(at);
        scope.ServiceProvider.GetRequiredService<ActorContext>().Set(await FindAsync(scope.ServiceProvider, actor, cancellationToken));
        return await read(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private static async Task<Actor> FindAsync(IServiceProvider services, PastActor actor, CancellationToken cancellationToken)
    {
        switch (actor)
        {
            case PastActor.Staff staff:
                var user = await services.GetRequiredService<UserManager<SiteUser>>().FindByNameAsync(staff.UserName);
                return (user is null ? null : await services.GetRequiredService<ActorLoader>().LoadAsync(user.Id, cancellationToken))
                    ?? throw new InvalidOperationException($"There is no active account '{staff.UserName}'.");
            case PastActor.Customer customer:
                return new Actor { Kind = ActorKind.Customer, CustomerIds = [customer.CustomerId], DisplayName = customer.Phone };
            default:
                return Actor.System;
        }
    }
}
