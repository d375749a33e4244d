using Microsoft.EntityFrameworkCore;

namespace ServicePlatform.Data.Sites;

internal sealed class SiteDb(SiteDbContext context) : ISiteDb
{
    public DbSet<TEntity> Set<TEntity>()
        where TEntity : class => context.Set<TEntity>();

    public IQueryable<TEntity> List<TEntity>()
        where TEntity : class
    {
        var rows = context.Set<TEntity>().AsNoTracking();
        return context.Scope.SeesEverything ? rows.IgnoreQueryFilters() : rows;
    }

    public IQueryable<TEntity> Unscoped<TEntity>(string because)
        where TEntity : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        return context.Set<TEntity>().AsNoTracking().IgnoreQueryFilters().TagWith("unscoped: " + because);
    }

    public Task SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);

    public async Task SaveAndForgetAsync(CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }
}
