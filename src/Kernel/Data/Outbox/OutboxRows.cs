using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServicePlatform.Data.Outbox;

/// <summary>An event that was committed with the work that raised it.</summary>
public sealed class OutboxEvent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateTime At { get; init; }

    /// <summary>Full name of the event's type.</summary>
    public required string Type { get; init; }

    public required string Body { get; init; }

    public required string TraceId { get; init; }
}

public enum DeliveryState
{
    Pending,
    Delivered,

    /// <summary>Failed too often; an administrator sees it and sends it again.</summary>
    Parked,
}

/// <summary>One event for one listener.</summary>
public sealed class OutboxDelivery : IAwaitsAttempt
{
    /// <summary>Its place in lists; the key is event and listener.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid EventId { get; init; }

    /// <summary>Full name of the listener's type.</summary>
    public required string Listener { get; init; }

    public DeliveryState State { get; set; }

    public int Attempts { get; set; }

    public DateTime NextAttemptAt { get; set; }

    public DateTime? DeliveredAt { get; set; }

    /// <summary>Type and message of the last failure; no stack trace.</summary>
    public string? LastError { get; set; }
}

internal sealed class OutboxEventTable : IEntityTypeConfiguration<OutboxEvent>
{
    public void Configure(EntityTypeBuilder<OutboxEvent> builder)
    {
        builder.ToTable("Kernel_OutboxEvents");
        builder.Property(r => r.Type).HasMaxLength(Lengths.Name);
        builder.Property(r => r.Body).HasMaxLength(Lengths.Json);
        builder.Property(r => r.TraceId).HasMaxLength(Lengths.Code);
    }
}

internal sealed class OutboxDeliveryTable : IEntityTypeConfiguration<OutboxDelivery>
{
    public void Configure(EntityTypeBuilder<OutboxDelivery> builder)
    {
        builder.ToTable("Kernel_OutboxDeliveries");
        builder.HasKey(r => new { r.EventId, r.Listener });
        builder.Property(r => r.Listener).HasMaxLength(Lengths.Name);
        builder.Property(r => r.LastError).HasMaxLength(Lengths.Text);
        builder.HasIndex(r => new { r.State, r.NextAttemptAt });
        builder.HasOne<OutboxEvent>().WithMany().HasForeignKey(r => r.EventId).OnDelete(DeleteBehavior.Cascade);
    }
}
