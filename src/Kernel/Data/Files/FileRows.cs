using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServicePlatform.Data.Files;

/// <summary>A use of a stored content by an owner.</summary>
public sealed class FileRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required string ContentType { get; init; }

    public long Bytes { get; init; }

    /// <summary>Name as uploaded, without folders; shown on download.</summary>
    public required string Name { get; init; }

    public required string OwnerKind { get; init; }

    public Guid OwnerId { get; init; }

    public DateTime StoredAt { get; init; }

    public Guid StoredBy { get; init; }
}

internal sealed class FileTable : IEntityTypeConfiguration<FileRow>
{
    public void Configure(EntityTypeBuilder<FileRow> builder)
    {
        builder.ToTable("Kernel_Files");
        builder.Property(r => r.Sha256).HasMaxLength(64);
        builder.Property(r => r.ContentType).HasMaxLength(Lengths.Code);
        builder.Property(r => r.Name).HasMaxLength(Lengths.Name);
        builder.Property(r => r.OwnerKind).HasMaxLength(Lengths.Kind);
        builder.HasIndex(r => r.Sha256);
        builder.HasIndex(r => new { r.OwnerId, r.OwnerKind });
    }
}
