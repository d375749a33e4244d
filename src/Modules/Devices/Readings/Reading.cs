using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Machines;

namespace ServicePlatform.Devices.Readings;

/// <summary>A value that was measured at a machine. Readings are added and never changed.</summary>
internal sealed class Reading : Entity
{
    public required Guid MachineId { get; init; }

    public required ReadingKind Kind { get; init; }

    /// <summary>In the unit of its kind.</summary>
    public required double Value { get; init; }

    /// <summary>UTC time at which it was taken.</summary>
    public required DateTime At { get; init; }

    /// <summary>UTC time at which we learnt of it.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>The visit at which it was taken; null where the customer told us or a device sent it.</summary>
    public Guid? VisitId { get; init; }

    /// <summary>True for the acceptance at installation, against which later readings are held.</summary>
    public bool IsBaseline { get; init; }
}

internal sealed class ReadingTable : IEntityTypeConfiguration<Reading>
{
    public void Configure(EntityTypeBuilder<Reading> builder)
    {
        builder.ToTable("Devices_Readings");
        builder.HasIndex(reading => new { reading.MachineId, reading.Kind, reading.At });
        builder.HasOne<Machine>().WithMany().HasForeignKey(reading => reading.MachineId).OnDelete(DeleteBehavior.Cascade);
    }
}
