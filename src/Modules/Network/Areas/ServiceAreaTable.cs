using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Principals;

namespace ServicePlatform.Network.Areas;

internal sealed class ServiceAreaTable : IEntityTypeConfiguration<ServiceArea>
{
    public void Configure(EntityTypeBuilder<ServiceArea> builder)
    {
        builder.ToTable("Network_ServiceAreas");
        builder.Property(row => row.CategoryCode).HasMaxLength(Lengths.Code);
        builder.Property(row => row.CodePrefix).HasMaxLength(ServiceArea.PrefixLength);
        builder.Property(row => row.ExceptionReason).HasMaxLength(Lengths.Name);
        builder.Property(row => row.PrimaryKey).HasMaxLength(ServiceArea.KeyLength);
        builder.Ignore(row => row.RuleKey);
        builder.HasIndex(row => row.PrimaryKey).IsUnique();
        
        // Named, since the default name is longer than PostgreSQL keeps.
        builder.HasIndex(row => new { row.OrganisationId, row.PrincipalId, row.CategoryCode, row.CodePrefix }).IsUnique().HasDatabaseName("IX_Network_ServiceAreas_Place");
        builder.HasIndex(row => new { row.PrincipalId, row.CategoryCode, row.CodePrefix });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Principal>().WithMany().HasForeignKey(row => row.PrincipalId).OnDelete(DeleteBehavior.Restrict);
    }
}
