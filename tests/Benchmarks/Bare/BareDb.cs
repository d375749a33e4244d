using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace ServicePlatform.Benchmarks.Bare;

/// <summary>The tables of the site's database that the bare page needs, as anybody would map them: accounts, customers, phones, addresses, compounds, brands.</summary>
public sealed class BareDb(DbContextOptions<BareDb> options) : IdentityDbContext<IdentityUser<Guid>, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<BareCustomer> Customers => Set<BareCustomer>();

    public DbSet<BarePhone> Phones => Set<BarePhone>();

    public DbSet<BareAddress> Addresses => Set<BareAddress>();

    public DbSet<BareCompound> Compounds => Set<BareCompound>();

    public DbSet<BareBrand> Brands => Set<BareBrand>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<IdentityUser<Guid>>().ToTable("Kernel_Users");
        builder.Entity<IdentityRole<Guid>>().ToTable("Kernel_Roles");
        builder.Entity<IdentityUserRole<Guid>>().ToTable("Kernel_UserRoles");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("Kernel_UserClaims");
        builder.Entity<IdentityRoleClaim<Guid>>().ToTable("Kernel_RoleClaims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("Kernel_UserLogins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("Kernel_UserTokens");
        builder.Entity<BareCustomer>().ToTable("Crm_Customers");
        builder.Entity<BarePhone>().ToTable("Crm_CustomerPhones");
        builder.Entity<BareAddress>().ToTable("Crm_CustomerAddresses");
        builder.Entity<BareCompound>().ToTable("Crm_Compounds");
        builder.Entity<BareBrand>().ToTable("Network_Principals");
    }
}

public sealed class BareCustomer
{
    public Guid Id { get; set; }

    public string Number { get; set; } = "";

    public Guid PrincipalId { get; set; }

    public string Kind { get; set; } = "";

    public string Name { get; set; } = "";

    public string Gender { get; set; } = "";

    public string Level { get; set; } = "";

    public bool IsElderly { get; set; }

    public string PreferredChannel { get; set; } = "";

    public int? HouseholdSize { get; set; }

    public string? Note { get; set; }

    public string? ExternalCode { get; set; }

    public string ExternalKey { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    public DateTime ChangedAt { get; set; }

    public int Version { get; set; }
}

public sealed class BarePhone
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public string Number { get; set; } = "";

    public string Kind { get; set; } = "";

    public string? Label { get; set; }

    public int Order { get; set; }
}

public sealed class BareAddress
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public string DivisionCode { get; set; } = "";

    public Guid? CompoundId { get; set; }

    public string Street { get; set; } = "";

    public string? Detail { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public string? Datum { get; set; }

    public int Order { get; set; }

    public DateTime? RetiredAt { get; set; }
}

public sealed class BareCompound
{
    public Guid Id { get; set; }

    public string Name { get; set; } = "";
}

public sealed class BareBrand
{
    public Guid Id { get; set; }

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public bool IsActive { get; set; }
}
