using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;
using ServicePlatform.Devices.Machines;

namespace ServicePlatform.Devices.Filters;

internal sealed class InstalledFilterTable : IEntityTypeConfiguration<InstalledFilter>
{
    public void Configure(EntityTypeBuilder<InstalledFilter> builder)
    {
        builder.ToTable("Devices_Filters");
        builder.Property(filter => filter.PartCode).HasMaxLength(Lengths.Code);
        builder.Property(filter => filter.Name).HasMaxLength(Lengths.Name);
        builder.Property(filter => filter.EnglishName).HasMaxLength(Lengths.Name);
        builder.Property(filter => filter.Serial).HasMaxLength(SerialNumber.MaximumLength);
        builder.Property(filter => filter.PlaceKey).HasMaxLength(Lengths.Number);
        builder.Property(filter => filter.LimitedBy).HasMaxLength(Lengths.Kind);
        builder.Ignore(filter => filter.Specification);
        builder.Ignore(filter => filter.IsWatched);
        builder.HasIndex(filter => new { filter.MachineId, filter.Position, filter.InstalledAt }).IsUnique();
        builder.HasIndex(filter => new { filter.MachineId, filter.PlaceKey }).IsUnique();
        builder.HasIndex(filter => new { filter.CurrentPosition, filter.DueOn, filter.Id });
        builder.HasOne<Machine>().WithMany().HasForeignKey(filter => filter.MachineId).OnDelete(DeleteBehavior.Cascade);
    }
}
