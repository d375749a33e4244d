using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Sites;

namespace ServicePlatform.Network.Portals;

/// <summary>The branded portal of a dealer inside the site.</summary>
internal sealed class DealerPortal : Entity, IVersioned
{
    public const int SlugLength = 32;

    public Guid OrganisationId { get; init; }

    public required string Slug { get; set; }

    public required string Name { get; set; }

    /// <summary><c>#rrggbb</c> in lower case, or null for the theme's.</summary>
    public string? Accent { get; set; }

    /// <summary>As written for people.</summary>
    public string? Hotline { get; set; }

    public int Version { get; private set; }

    public PortalContext Context => new(Slug, OrganisationId, Name, Accent, Hotline);
}

internal sealed class DealerPortalTable : IEntityTypeConfiguration<DealerPortal>
{
    public void Configure(EntityTypeBuilder<DealerPortal> builder)
    {
        builder.ToTable("Network_Portals");
        builder.Property(row => row.Slug).HasMaxLength(DealerPortal.SlugLength);
        builder.Property(row => row.Name).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Accent).HasMaxLength(7);
        builder.Property(row => row.Hotline).HasMaxLength(Lengths.Phone);
        builder.Ignore(row => row.Context);
        builder.HasIndex(row => row.Slug).IsUnique();
        builder.HasIndex(row => row.OrganisationId).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}
