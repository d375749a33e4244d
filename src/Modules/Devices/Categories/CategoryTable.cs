using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;

namespace ServicePlatform.Devices.Categories;

internal sealed class CategoryTable : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> builder)
    {
        builder.ToTable("Devices_Categories");
        builder.Property(category => category.Code).HasMaxLength(Lengths.Code);
        builder.Property(category => category.Name).HasMaxLength(Lengths.Name);
        builder.Property(category => category.EnglishName).HasMaxLength(Lengths.Name);
        builder.HasIndex(category => category.Code).IsUnique();
        builder.HasMany(category => category.Attributes).WithOne().HasForeignKey(attribute => attribute.CategoryId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CategoryAttributeTable : IEntityTypeConfiguration<CategoryAttribute>
{
    public void Configure(EntityTypeBuilder<CategoryAttribute> builder)
    {
        builder.ToTable("Devices_CategoryAttributes");
        builder.Property(attribute => attribute.Id).ValueGeneratedNever();
        builder.Property(attribute => attribute.Code).HasMaxLength(Lengths.Code);
        builder.Property(attribute => attribute.Name).HasMaxLength(Lengths.Name);
        builder.Property(attribute => attribute.EnglishName).HasMaxLength(Lengths.Name);
        builder.Property(attribute => attribute.Unit).HasMaxLength(Lengths.Kind);
        builder.HasIndex(attribute => new { attribute.CategoryId, attribute.Code }).IsUnique();
    }
}
