using Microsoft.EntityFrameworkCore;

namespace ServicePlatform.Data.Sites;

internal sealed class SiteDb(SiteDbContext context, ISiteDbContextFactory contexts) : ISiteDb
{
    private bool _keepsConnection;

    private SiteDbContext Context
    {
        get
        {
            // SQLite runs in this process: a connection that stays open until the scope ends costs nobody anything, and opening one anew
            // for each query declares all the provider's functions anew.
            if (!_keepsConnection && contexts.Gate.IsNeeded)
            {
                context.Database.OpenConnection();
                _keepsConnection = true;
            }

            return context;
        }
    }

    public DbSet<TEntity> Set<TEntity>()
        where TEntity : class => Context.Set<TEntity>();

    public IQueryable<TEntity> List<TEntity>()
        where TEntity : class
    {
        var rows = Context.Set<TEntity>().AsNoTracking();
        return context.Scope.SeesEverything ? rows.IgnoreQueryFilters() : rows;
    }

    public IQueryable<TEntity> Unscoped<TEntity>(string because)
        where TEntity : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        return Context.Set<TEntity>().AsNoTracking().IgnoreQueryFilters().TagWith("unscoped: " + because);
    }

    public Task SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);

    public async Task SaveAndForgetAsync(CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        context.Forget();
    }
}
