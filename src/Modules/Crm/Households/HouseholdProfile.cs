using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data;

namespace ServicePlatform.Crm.Households;

/// <summary>What is known of how a household lives. Each change is a new revision; earlier ones stay.</summary>
internal sealed class HouseholdProfile : Entity
{
    public Guid CustomerId { get; init; }

    /// <summary>1 for the first.</summary>
    public int Revision { get; init; }

    /// <summary>Where and how the water is used.</summary>
    public string? Scene { get; init; }

    public string? PainPoints { get; init; }

    public string? Needs { get; init; }

    public DateTime At { get; init; }

    public Guid By { get; init; }
}

internal sealed class HouseholdProfileTable : IEntityTypeConfiguration<HouseholdProfile>
{
    public void Configure(EntityTypeBuilder<HouseholdProfile> builder)
    {
        builder.ToTable("Crm_HouseholdProfiles");
        builder.Property(row => row.Scene).HasMaxLength(Lengths.Text);
        builder.Property(row => row.PainPoints).HasMaxLength(Lengths.Text);
        builder.Property(row => row.Needs).HasMaxLength(Lengths.Text);
        builder.HasIndex(row => new { row.CustomerId, row.Revision }).IsUnique();
        builder.HasOne<Customer>().WithMany().HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Cascade);
    }
}
