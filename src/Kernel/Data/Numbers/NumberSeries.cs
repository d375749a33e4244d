using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServicePlatform.Data.Numbers;

/// <summary>The last number that was handed out in a block of a series and month.</summary>
public sealed class NumberSeries
{
    /// <summary>Series and month: <c>WO-2611</c>.</summary>
    public required string Name { get; init; }

    public long Last { get; set; }
}

internal sealed class NumberSeriesTable : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.ToTable("Kernel_Numbers");
        builder.HasKey(r => r.Name);
        builder.Property(r => r.Name).HasMaxLength(Lengths.Number);
    }
}
