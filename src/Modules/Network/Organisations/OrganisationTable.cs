using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;
using ServicePlatform.Network.Principals;

namespace ServicePlatform.Network.Organisations;

internal sealed class OrganisationTable : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Network_Organisations");
        builder.Property(row => row.Code).HasMaxLength(Organisation.CodeLength);
        builder.Property(row => row.Name).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Path).HasMaxLength(Lengths.Path);
        builder.Property(row => row.Phone).HasMaxLength(Lengths.Phone);
        builder.Property(row => row.DivisionCode).HasMaxLength(9);
        builder.Property(row => row.Address).HasMaxLength(Lengths.Address);
        builder.Property(row => row.OpeningNote).HasMaxLength(Lengths.Name);
        builder.Ignore(row => row.Position);
        builder.HasIndex(row => row.Code).IsUnique();
        builder.HasIndex(row => row.Path).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(row => row.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OrganisationPrincipalTable : IEntityTypeConfiguration<OrganisationPrincipal>
{
    public void Configure(EntityTypeBuilder<OrganisationPrincipal> builder)
    {
        builder.ToTable("Network_OrganisationPrincipals");
        builder.HasKey(row => new { row.OrganisationId, row.PrincipalId });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Principal>().WithMany().HasForeignKey(row => row.PrincipalId).OnDelete(DeleteBehavior.Restrict);
    }
}
