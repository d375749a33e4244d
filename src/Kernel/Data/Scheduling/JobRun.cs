using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServicePlatform.Data.Scheduling;

public enum JobRunState
{
    Running,
    Succeeded,

    /// <summary>It ended with an error, or could not handle everything.</summary>
    Failed,

    /// <summary>The host stopped or was killed meanwhile.</summary>
    Interrupted,
}

/// <summary>One run of a recurring job.</summary>
public sealed class JobRun : Entity
{
    public required string JobId { get; init; }

    public DateTime StartedAt { get; init; }

    public DateTime? EndedAt { get; set; }

    public JobRunState State { get; set; }

    public int Done { get; set; }

    public int Failed { get; set; }

    /// <summary>Type and message of what went wrong; no stack trace.</summary>
    public string? Error { get; set; }

    /// <summary>Who ran it by hand; null where the schedule did.</summary>
    public Guid? StartedBy { get; init; }

    /// <summary>Process that runs it.</summary>
    public required string Node { get; init; }
}

internal sealed class JobRunTable : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("Kernel_JobRuns");
        builder.Property(run => run.JobId).HasMaxLength(Lengths.Code);
        builder.Property(run => run.Error).HasMaxLength(Lengths.Text);
        builder.Property(run => run.Node).HasMaxLength(Lengths.Code);
        builder.HasIndex(run => new { run.JobId, run.StartedAt });
        builder.HasIndex(run => run.StartedAt);
    }
}
