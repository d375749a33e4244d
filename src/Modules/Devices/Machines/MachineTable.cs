using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;
using ServicePlatform.Devices.Categories;
using ServicePlatform.Devices.Models;

namespace ServicePlatform.Devices.Machines;

internal sealed class MachineTable : IEntityTypeConfiguration<Machine>
{
    public void Configure(EntityTypeBuilder<Machine> builder)
    {
        builder.ToTable("Devices_Machines");
        builder.Ignore(machine => machine.Subject);
        builder.Ignore(machine => machine.CountsFilters);
        builder.Property(machine => machine.Serial).HasMaxLength(SerialNumber.MaximumLength);
        builder.Property(machine => machine.SerialKey).HasMaxLength(SerialNumber.MaximumLength);
        builder.Property(machine => machine.Maker).HasMaxLength(Lengths.Name);
        builder.Property(machine => machine.SoldByPath).HasMaxLength(Lengths.Path);
        builder.Property(machine => machine.InstalledByPath).HasMaxLength(Lengths.Path);
        builder.Property(machine => machine.Note).HasMaxLength(Lengths.Text);
        builder.HasIndex(machine => new { machine.PrincipalId, machine.SerialKey }).IsUnique();
        builder.HasIndex(machine => machine.CustomerId);
        builder.HasIndex(machine => new { machine.RegisteredAt, machine.Id });
        builder.HasIndex(machine => new { machine.FiltersDueOn, machine.Id });
        builder.HasIndex(machine => new { machine.IsOrphan, machine.RegisteredAt, machine.Id });
        builder.HasOne<Category>().WithMany().HasForeignKey(machine => machine.CategoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Model>().WithMany().HasForeignKey(machine => machine.ModelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(machine => machine.Attributes).WithOne().HasForeignKey(attribute => attribute.MachineId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MachineAttributeTable : IEntityTypeConfiguration<MachineAttribute>
{
    public void Configure(EntityTypeBuilder<MachineAttribute> builder)
    {
        builder.ToTable("Devices_MachineAttributes");
        builder.Property(attribute => attribute.Id).ValueGeneratedNever();
        builder.Property(attribute => attribute.Code).HasMaxLength(Lengths.Code);
        builder.Property(attribute => attribute.Value).HasMaxLength(Lengths.Name);
        builder.HasIndex(attribute => new { attribute.MachineId, attribute.Code }).IsUnique();
    }
}
