using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Security;

namespace ServicePlatform.Data.Audit;

/// <summary>One command that took effect. Append-only; holds ids, not personal values.</summary>
public sealed class AuditRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateTime At { get; init; }

    public ActorKind ActorKind { get; init; }

    public Guid ActorId { get; init; }

    public required string Command { get; init; }

    /// <summary>The ids that the command named and the one that it answered, as JSON.</summary>
    public required string Subjects { get; init; }

    public string? OperationId { get; init; }

    public required string TraceId { get; init; }
}

/// <summary>The stored answer of a command that carried an operation id, so that a repeat gets it again.</summary>
public sealed class OperationRow
{
    public Guid ActorId { get; init; }

    public required string Command { get; init; }

    public required string OperationId { get; init; }

    /// <summary>SHA-256 of the bound command, in hex.</summary>
    public required string BodyHash { get; init; }

    /// <summary>JSON of the answer; null until the command has succeeded.</summary>
    public string? Answer { get; set; }

    public DateTime At { get; init; }
}

internal sealed class AuditTable : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        // Known to EF Core, since SQL Server answers inserts differently on a table with a trigger; see the migration AuditGuard.
        builder.ToTable("Kernel_Audit", table => table.HasTrigger("TR_Kernel_Audit"));
        builder.Property(r => r.Command).HasMaxLength(Lengths.Name);
        builder.Property(r => r.Subjects).HasMaxLength(Lengths.Text);
        builder.Property(r => r.OperationId).HasMaxLength(Lengths.Code);
        builder.Property(r => r.TraceId).HasMaxLength(Lengths.Code);
        builder.HasIndex(r => new { r.At, r.Id });
        builder.HasIndex(r => new { r.ActorId, r.At });
        builder.HasIndex(r => new { r.Command, r.At, r.Id });
    }
}

internal sealed class OperationTable : IEntityTypeConfiguration<OperationRow>
{
    public void Configure(EntityTypeBuilder<OperationRow> builder)
    {
        builder.ToTable("Kernel_Operations");
        builder.HasKey(r => new { r.ActorId, r.Command, r.OperationId });
        builder.Property(r => r.Command).HasMaxLength(Lengths.Name);
        builder.Property(r => r.OperationId).HasMaxLength(Lengths.Code);
        builder.Property(r => r.BodyHash).HasMaxLength(64);
        builder.Property(r => r.Answer).HasMaxLength(Lengths.Json);
        builder.HasIndex(r => r.At);
    }
}
