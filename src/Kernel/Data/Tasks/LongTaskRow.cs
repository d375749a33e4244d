using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Tasks;

namespace ServicePlatform.Data.Tasks;

/// <summary>A long task: what it is, how far it has come, and what became of it.</summary>
public sealed class LongTaskRow : Entity
{
    public required string Kind { get; init; }

    public required string Subject { get; init; }

    /// <summary>Unique: kind and key while the task is open and had a key, else its own id.</summary>
    public required string OpenKey { get; set; }

    /// <summary>Protected JSON; emptied when the task has ended.</summary>
    public required string Input { get; set; }

    public string? Checkpoint { get; set; }

    public LongTaskPhase Phase { get; set; }

    public long Done { get; set; }

    public long? Total { get; set; }

    /// <summary>Where <see cref="Done"/> stood when the present run began, so that the time left is not reckoned from an earlier run.</summary>
    public long DoneAtStart { get; set; }

    public Guid StartedBy { get; init; }

    /// <summary>Language of the person who started it.</summary>
    public required string Culture { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime? StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public DateTime? CancelAskedAt { get; set; }

    /// <summary>Until when the running process holds it. Past this time another one takes it over.</summary>
    public DateTime? HeldUntil { get; set; }

    public string? Node { get; set; }

    public int Attempts { get; set; }

    /// <summary>Page below the site that shows what came of it.</summary>
    public string? ResultAddress { get; set; }

    public Guid? ResultFileId { get; set; }

    /// <summary>Words of the failure in the starter's language; no stack trace.</summary>
    public string? Error { get; set; }

    public LongTaskState StateAt(DateTime now) => new(
        Id,
        Phase,
        Done,
        Total,
        Phase == LongTaskPhase.Running && StartedAt is { } start && Total is { } total && Done > DoneAtStart ? (now - start) / (Done - DoneAtStart) * (total - Done) : null,
        IsOpen && CancelAskedAt is not null,
        Error);

    public bool IsOpen => Phase is LongTaskPhase.Queued or LongTaskPhase.Running;
}

internal sealed class LongTaskTable : IEntityTypeConfiguration<LongTaskRow>
{
    public void Configure(EntityTypeBuilder<LongTaskRow> builder)
    {
        builder.ToTable("Kernel_LongTasks");
        builder.Ignore(row => row.IsOpen);
        builder.Property(row => row.Kind).HasMaxLength(Lengths.Code);
        builder.Property(row => row.Subject).HasMaxLength(Lengths.Name);
        builder.Property(row => row.OpenKey).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Input).HasMaxLength(Lengths.Json);
        builder.Property(row => row.Checkpoint).HasMaxLength(Lengths.Json);
        builder.Property(row => row.Culture).HasMaxLength(Lengths.Kind);
        builder.Property(row => row.Node).HasMaxLength(Lengths.Code);
        builder.Property(row => row.ResultAddress).HasMaxLength(Lengths.Path);
        builder.Property(row => row.Error).HasMaxLength(Lengths.Text);
        builder.HasIndex(row => row.OpenKey).IsUnique();
        builder.HasIndex(row => new { row.Phase, row.CreatedAt });
        builder.HasIndex(row => new { row.CreatedAt, row.Id });
        builder.HasIndex(row => new { row.StartedBy, row.CreatedAt });
    }
}
