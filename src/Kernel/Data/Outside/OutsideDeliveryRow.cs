using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServicePlatform.Data.Outside;

public enum OutsideState
{
    Waiting,
    Delivered,
    GivenUp,
}

/// <summary>Something that leaves the product: what, and how far it has come. Holds ids only.</summary>
public sealed class OutsideDeliveryRow : Entity, IAwaitsAttempt
{
    public required string Kind { get; init; }

    public required Guid SubjectId { get; init; }

    public DateTime CreatedAt { get; init; }

    public OutsideState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>When it is tried next. An attempt moves it on beforehand, so that one whose process dies is taken up again.</summary>
    public DateTime NextAttemptAt { get; set; }

    /// <summary>After this time it is given up.</summary>
    public DateTime TriedUntil { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Words of the last failure in the site's language; no stack trace.</summary>
    public string? LastError { get; set; }
}

internal sealed class OutsideDeliveryTable : IEntityTypeConfiguration<OutsideDeliveryRow>
{
    public void Configure(EntityTypeBuilder<OutsideDeliveryRow> builder)
    {
        builder.ToTable("Kernel_OutsideDeliveries");
        builder.Property(row => row.Kind).HasMaxLength(Lengths.Code);
        builder.Property(row => row.LastError).HasMaxLength(Lengths.Text);
        builder.HasIndex(row => new { row.Kind, row.SubjectId }).IsUnique();
        builder.HasIndex(row => new { row.State, row.NextAttemptAt });
        builder.HasIndex(row => new { row.State, row.CreatedAt, row.Id });
    }
}
