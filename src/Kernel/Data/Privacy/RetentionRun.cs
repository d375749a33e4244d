using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServicePlatform.Data.Privacy;

/// <summary>One kind of thing in one run of the retention: what was removed of it so far. Counted in the transactions that remove.</summary>
public sealed class RetentionRun : Entity
{
    /// <summary>Id of the kind.</summary>
    public required string Kind { get; init; }

    /// <summary>What had served its purpose before it was due. UTC.</summary>
    public DateTime Before { get; init; }

    public DateTime StartedAt { get; init; }

    /// <summary>Null while it runs, and where the host was killed until the next run.</summary>
    public DateTime? EndedAt { get; set; }

    public int Removed { get; set; }

    /// <summary>It ended before everything that was due was gone.</summary>
    public bool IsCutShort { get; set; }
}

internal sealed class RetentionRunTable : IEntityTypeConfiguration<RetentionRun>
{
    public void Configure(EntityTypeBuilder<RetentionRun> builder)
    {
        builder.ToTable("Kernel_RetentionRuns");
        builder.Property(run => run.Kind).HasMaxLength(Lengths.Code);
        builder.HasIndex(run => new { run.Kind, run.StartedAt });
        builder.HasIndex(run => run.StartedAt);
    }
}
