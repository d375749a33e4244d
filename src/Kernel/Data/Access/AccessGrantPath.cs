using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServicePlatform.Data.Access;

/// <summary>
/// A grant that stands, once for its organisation and for each one above it but the head office, which sees everything: what
/// somebody sees through grants, by his own path and in the order of lists, without a range.
/// </summary>
public sealed class AccessGrantPath
{
    public required string OrganisationPath { get; init; }

    public required string SubjectKind { get; init; }

    public DateTime ListedAt { get; init; }

    public Guid SubjectId { get; init; }

    public Guid GrantId { get; init; }
}

internal sealed class AccessGrantPathTable : IEntityTypeConfiguration<AccessGrantPath>
{
    public const string Name = "Kernel_AccessGrantPaths";

    public void Configure(EntityTypeBuilder<AccessGrantPath> builder)
    {
        builder.ToTable(Name);
        builder.HasKey(row => new { row.OrganisationPath, row.SubjectKind, row.ListedAt, row.SubjectId, row.GrantId });
        builder.Property(row => row.OrganisationPath).HasMaxLength(Lengths.Path);
        builder.Property(row => row.SubjectKind).HasMaxLength(Lengths.Kind);
        builder.HasOne<AccessGrant>().WithMany().HasForeignKey(row => row.GrantId).OnDelete(DeleteBehavior.Cascade);
    }
}
