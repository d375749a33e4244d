using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServicePlatform.Data.Access;

/// <summary>Lets an organisation, and those above it, see a customer or machine.</summary>
public sealed class AccessGrant
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string SubjectKind { get; init; }

    public Guid SubjectId { get; init; }

    public required string OrganisationPath { get; init; }

    public GrantReason Reason { get; init; }

    public Guid Cause { get; init; }

    public DateTime From { get; init; }

    public DateTime? Until { get; set; }
}

internal sealed class AccessGrantTable : IEntityTypeConfiguration<AccessGrant>
{
    public void Configure(EntityTypeBuilder<AccessGrant> builder)
    {
        builder.ToTable("Kernel_AccessGrants");
        builder.Property(r => r.SubjectKind).HasMaxLength(Lengths.Kind);
        builder.Property(r => r.OrganisationPath).HasMaxLength(Lengths.Path);
        builder.HasIndex(r => new { r.SubjectId, r.OrganisationPath });
        builder.HasIndex(r => r.Cause);
        builder.HasIndex(r => new { r.OrganisationPath, r.SubjectKind, r.SubjectId });
    }
}
