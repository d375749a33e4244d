using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Data.Host;
using ServicePlatform.Privacy;

namespace ServicePlatform.Kernel.Privacy;

/// <summary>The erased in the host's database, each call with a context of its own: it is asked within and after transactions of sites.</summary>
internal sealed class ErasedPersons(IServiceScopeFactory scopes, TimeProvider time) : IErasedPersons
{
    private const int Batch = 500;

    public async Task AddAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var batch in ids.Chunk(Batch))
        {
            await using var scope = scopes.CreateAsyncScope();
            var host = scope.ServiceProvider.GetRequiredService<HostDbContext>();
            try
            {
                await SaveAsync(host, batch, cancellationToken);
            }
            catch (DbUpdateException)
            {
                // Somebody remembered one of them at the same moment.
                host.ChangeTracker.Clear();
                await SaveAsync(host, batch, cancellationToken);
            }
        }
    }

    public async Task<IReadOnlyList<Guid>> ListAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HostDbContext>().ErasedPersons.Select(person => person.Id).ToListAsync(cancellationToken);
    }

    private async Task SaveAsync(HostDbContext host, Guid[] ids, CancellationToken cancellationToken)
    {
        var known = await host.ErasedPersons.Where(person => ids.Contains(person.Id)).Select(person => person.Id).ToListAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        host.ErasedPersons.AddRange(ids.Except(known).Select(id => new ErasedPerson { Id = id, At = now }));
        await host.SaveChangesAsync(cancellationToken);
    }
}
