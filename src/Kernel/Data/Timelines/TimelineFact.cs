using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Security;

namespace ServicePlatform.Data.Timelines;

/// <summary>One fact in the history of a thing.</summary>
public sealed class TimelineFact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string SubjectKind { get; init; }

    public Guid SubjectId { get; init; }

    public DateTime At { get; init; }

    /// <summary>Account that acted; empty for the product itself.</summary>
    public Guid ActorId { get; init; }

    /// <summary>What kind of actor it was: a customer has no name among staff.</summary>
    public ActorKind ActorKind { get; init; }

    public required string Code { get; init; }

    /// <summary>JSON array of the values.</summary>
    public required string Values { get; init; }
}

internal sealed class TimelineFactTable : IEntityTypeConfiguration<TimelineFact>
{
    public void Configure(EntityTypeBuilder<TimelineFact> builder)
    {
        builder.ToTable("Kernel_Timeline");
        builder.Property(r => r.SubjectKind).HasMaxLength(Lengths.Kind);
        builder.Property(r => r.Code).HasMaxLength(Lengths.Code);
        builder.Property(r => r.Values).HasMaxLength(Lengths.Text);
        builder.HasIndex(r => new { r.SubjectId, r.At, r.Id });
    }
}
