using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;
using ServicePlatform.Devices.Categories;

namespace ServicePlatform.Devices.Models;

internal sealed class ModelTable : IEntityTypeConfiguration<Model>
{
    public void Configure(EntityTypeBuilder<Model> builder)
    {
        builder.ToTable("Devices_Models");
        builder.Property(model => model.Code).HasMaxLength(Lengths.Code);
        builder.Property(model => model.Name).HasMaxLength(Lengths.Name);
        builder.Property(model => model.EnglishName).HasMaxLength(Lengths.Name);
        builder.HasIndex(model => new { model.PrincipalId, model.Code }).IsUnique();
        builder.HasOne<Category>().WithMany().HasForeignKey(model => model.CategoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(model => model.Filters).WithOne().HasForeignKey(filter => filter.ModelId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ModelFilterTable : IEntityTypeConfiguration<ModelFilter>
{
    public void Configure(EntityTypeBuilder<ModelFilter> builder)
    {
        builder.ToTable("Devices_ModelFilters");
        builder.Ignore(filter => filter.Specification);
        builder.Property(filter => filter.Id).ValueGeneratedNever();
        builder.Property(filter => filter.PartCode).HasMaxLength(Lengths.Code);
        builder.Property(filter => filter.Name).HasMaxLength(Lengths.Name);
        builder.Property(filter => filter.EnglishName).HasMaxLength(Lengths.Name);
        builder.HasIndex(filter => new { filter.ModelId, filter.Position }).IsUnique();
    }
}
