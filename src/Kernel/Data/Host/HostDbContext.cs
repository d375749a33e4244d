using Microsoft.EntityFrameworkCore;

namespace ServicePlatform.Data.Host;

public enum SiteState
{
    Running,
    Stopped,

    /// <summary>Its recipe has not run to the end yet; nobody is let in.</summary>
    SettingUp,

    /// <summary>Its data are being moved or replaced; nobody is let in meanwhile.</summary>
    Moving,
}

/// <summary>Shell settings: what the host must know of a site before it can open the site's database.</summary>
public sealed class SiteRow
{
    /// <summary>Short stable id: <c>aqua</c>.</summary>
    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Host names that it answers to, separated by blanks; empty for every host.</summary>
    public string Hosts { get; set; } = "";

    /// <summary>First path segment without slashes; empty for none.</summary>
    public string Prefix { get; set; } = "";

    public SiteState State { get; set; }

    /// <summary>Name of the database provider.</summary>
    public required string Provider { get; set; }

    /// <summary>Connection string, sealed with the host's key; for SQLite the name of the file in the site's folder, empty for <c>site.db</c>.</summary>
    public required string Connection { get; set; }

    /// <summary>Name of its folder below <c>sites</c>; null for its id.</summary>
    public string? Folder { get; set; }

    /// <summary>Culture name: <c>zh-CN</c>.</summary>
    public string Culture { get; set; } = "zh-CN";

    /// <summary>IANA zone: <c>Asia/Shanghai</c>.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";

    public string Currency { get; set; } = "CNY";

    public string Theme { get; set; } = "Clear";

    /// <summary>Ids of the enabled features, separated by blanks.</summary>
    public string Features { get; set; } = "";

    public bool IsOperatorArea { get; init; }

    /// <summary>Name of the recipe that sets it up; null for a site without one. <see cref="State"/> says whether it has run to the end.</summary>
    public string? Recipe { get; set; }

    public DateTime CreatedAt { get; init; }

    public int Version { get; set; }
}

/// <summary>Where a site's data were before they were moved or replaced; kept until the operator removes them.</summary>
public sealed class FormerPlace
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string SiteId { get; init; }

    public required string Provider { get; init; }

    /// <summary>As in the site's row.</summary>
    public required string Connection { get; init; }

    public string? Folder { get; init; }

    public DateTime Since { get; init; }
}

/// <summary>Somebody who was erased on a site.</summary>
public sealed class ErasedPerson
{
    /// <summary>His id on that site, which is his on every copy of it.</summary>
    public required Guid Id { get; init; }

    public DateTime At { get; init; }
}

/// <summary>The host's own small database.</summary>
public sealed class HostDbContext(DbContextOptions<HostDbContext> options) : DbContext(options)
{
    public DbSet<SiteRow> Sites => Set<SiteRow>();

    public DbSet<FormerPlace> FormerPlaces => Set<FormerPlace>();

    public DbSet<ErasedPerson> ErasedPersons => Set<ErasedPerson>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Data.Sites.SiteConventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SiteRow>(Site);
        modelBuilder.Entity<FormerPlace>(place =>
        {
            place.ToTable("Host_FormerPlaces");
            place.Property(p => p.SiteId).HasMaxLength(32);
            place.Property(p => p.Provider).HasMaxLength(Lengths.Kind);
            place.Property(p => p.Connection).HasMaxLength(Lengths.Text);
            place.Property(p => p.Folder).HasMaxLength(Lengths.Code);
            place.HasIndex(p => p.SiteId);
        });
        modelBuilder.Entity<ErasedPerson>(person =>
        {
            person.ToTable("Host_ErasedPersons");
            person.Property(p => p.Id).ValueGeneratedNever();
        });
    }

    private static void Site(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<SiteRow> site)
    {
        site.ToTable("Host_Sites");
        site.HasKey(s => s.Id);
        site.Property(s => s.Id).HasMaxLength(32);
        site.Property(s => s.Name).HasMaxLength(Lengths.Name);
        site.Property(s => s.Hosts).HasMaxLength(Lengths.Text);
        site.Property(s => s.Prefix).HasMaxLength(Lengths.Code);
        site.Property(s => s.Provider).HasMaxLength(Lengths.Kind);
        site.Property(s => s.Connection).HasMaxLength(Lengths.Text);
        site.Property(s => s.Culture).HasMaxLength(Lengths.Kind);
        site.Property(s => s.TimeZone).HasMaxLength(Lengths.Code);
        site.Property(s => s.Currency).HasMaxLength(3);
        site.Property(s => s.Theme).HasMaxLength(Lengths.Code);
        site.Property(s => s.Features).HasMaxLength(Lengths.Json);
        site.Property(s => s.Recipe).HasMaxLength(Lengths.Code);
        site.Property(s => s.Version).IsConcurrencyToken();
        site.Property(s => s.Folder).HasMaxLength(Lengths.Code);
    }
}
