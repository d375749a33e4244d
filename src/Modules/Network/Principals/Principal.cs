using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;

namespace ServicePlatform.Network.Principals;

/// <summary>A client brand for which the site's company does service; a brand's own site has one.</summary>
internal sealed class Principal : Entity, IVersioned
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>E.164 of the number that the brand's customers call.</summary>
    public string? Hotline { get; set; }

    public bool IsActive { get; set; } = true;

    public DateTime ChangedAt { get; set; }

    public int Version { get; private set; }
}

internal sealed class PrincipalTable : IEntityTypeConfiguration<Principal>
{
    public void Configure(EntityTypeBuilder<Principal> builder)
    {
        builder.ToTable("Network_Principals");
        builder.Property(row => row.Code).HasMaxLength(Lengths.Code);
        builder.Property(row => row.Name).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Hotline).HasMaxLength(Lengths.Phone);
        builder.HasIndex(row => row.Code).IsUnique();
    }
}
