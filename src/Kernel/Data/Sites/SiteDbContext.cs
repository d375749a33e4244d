using System.Linq.Expressions;
using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ServicePlatform.Data.Access;
using ServicePlatform.Data.Identity;
using ServicePlatform.Sites;

namespace ServicePlatform.Data.Sites;

/// <summary>
/// The database of one site, composed of the kernel's tables and those of every module, whether its feature is on or not:
/// features hide data, they never drop it.
/// </summary>
public sealed class SiteDbContext(DbContextOptions<SiteDbContext> options, SiteModel model, DataScope scope, IClock clock)
    : IdentityDbContext<SiteUser, SiteRole, Guid>(options)
{
    /// <summary>Name of the query filter by holder or grant.</summary>
    public const string HolderFilter = "holder";

    /// <summary>Name of the query filter by principal.</summary>
    public const string PrincipalFilter = "principal";

    public SiteModel ModelParts => model;

    public DataScope Scope => scope;

    /// <summary>The plugin whose migrations run now, after the product's own; null for those of the product alone.</summary>
    public Assembly? MigratingPlugin { get; init; }

    /// <summary>How often all tracked rows were let go of.</summary>
    internal int Forgotten { get; private set; }

    // Members of the context, so that EF Core reads them anew for each query.
    private string Low => scope.Low;

    private string High => scope.High;

    private bool EveryHolder => scope.EveryHolder;

    private bool EveryPrincipal => scope.EveryPrincipal;

    private List<Guid> Principals => scope.Principals;

    private DateTime Now => clock.UtcNow;

    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    /// <summary>Lets go of every tracked row.</summary>
    internal void Forget()
    {
        ChangeTracker.Clear();
        Forgotten++;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        try
        {
            BeforeSave();
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            BeforeSave();
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => SiteConventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        IdentityTables.Configure(builder);
        foreach (var assembly in model.Assemblies)
        {
            builder.ApplyConfigurationsFromAssembly(assembly, IsParameterless);
        }

        foreach (var entity in builder.Model.GetEntityTypes().Select(type => type.ClrType).ToList())
        {
            Invoke(nameof(ConfigureKey), typeof(Entity), entity, builder);
            Invoke(nameof(ConfigureVersion), typeof(IVersioned), entity, builder);
            Invoke(nameof(FilterHeld), typeof(IHeld), entity, builder);
            Invoke(nameof(FilterGranted), typeof(IGranted), entity, builder);
        }
    }

    private static bool IsParameterless(Type type) => type.GetConstructor(Type.EmptyTypes) is not null;

    private void Invoke(string method, Type contract, Type entity, ModelBuilder builder)
    {
        if (contract.IsAssignableFrom(entity))
        {
            typeof(SiteDbContext).GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(entity).Invoke(this, [builder]);
        }
    }

    /// <summary>A new row's key is made when it is asked for, so EF Core must ask the property and not look at its field.</summary>
    private void ConfigureKey<T>(ModelBuilder builder)
        where T : Entity =>
        builder.Entity<T>().Property(row => row.Id).UsePropertyAccessMode(PropertyAccessMode.PreferFieldDuringConstruction);

    private void ConfigureVersion<T>(ModelBuilder builder)
        where T : class, IVersioned =>
        builder.Entity<T>().Property(row => row.Version).IsConcurrencyToken();

    private void FilterHeld<T>(ModelBuilder builder)
        where T : class, IHeld
    {
        builder.Entity<T>().Property(row => row.HolderPath).HasMaxLength(Lengths.Path).IsRequired();
        builder.Entity<T>().HasQueryFilter(HolderFilter, row => string.Compare(row.HolderPath, Low) >= 0 && string.Compare(row.HolderPath, High) < 0);
        builder.Entity<T>().HasQueryFilter(PrincipalFilter, row => EveryPrincipal || Principals.Contains(row.PrincipalId));
    }

    private void FilterGranted<T>(ModelBuilder builder)
        where T : class, IGranted
    {
        var kind = typeof(T).GetCustomAttribute<SubjectKindAttribute>()?.Kind
            ?? throw new InvalidOperationException($"{typeof(T)} is seen through grants and needs [SubjectKind].");
        Expression<Func<T, bool>> granted = row => EveryHolder || Set<AccessGrant>().Any(grant =>
            grant.SubjectId == row.Id && grant.SubjectKind == kind
            && string.Compare(grant.OrganisationPath, Low) >= 0 && string.Compare(grant.OrganisationPath, High) < 0
            && grant.From <= Now && (grant.Until == null || grant.Until > Now));
        builder.Entity<T>().HasQueryFilter(HolderFilter, granted);
        builder.Entity<T>().HasQueryFilter(PrincipalFilter, row => EveryPrincipal || Principals.Contains(row.PrincipalId));
    }

    private void BeforeSave()
    {
        ChangeTracker.DetectChanges();

        // Once is enough: each further look would cost all that is tracked.
        ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry is { State: EntityState.Modified, Entity: IVersioned })
            {
                var version = entry.Property(nameof(IVersioned.Version));
                version.CurrentValue = (int)version.OriginalValue! + 1;
            }

            if (entry is { State: EntityState.Added or EntityState.Modified or EntityState.Deleted, Entity: IHeld held } && !Covers(entry, held))
            {
                throw new ScopeViolationException(entry.Metadata.ClrType.Name);
            }
        }
    }

    /// <summary>New rows must lie in the scope; changed ones must have lain in it, since giving work back moves it upwards.</summary>
    private bool Covers(EntityEntry entry, IHeld held) =>
        entry.State == EntityState.Added
            ? scope.Covers(held)
            : scope.Covers((string)entry.Property(nameof(IHeld.HolderPath)).OriginalValue!)
                && (scope.EveryPrincipal || scope.Principals.Contains((Guid)entry.Property(nameof(IHeld.PrincipalId)).OriginalValue!));
}
