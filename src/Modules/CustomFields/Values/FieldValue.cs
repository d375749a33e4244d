using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;

namespace ServicePlatform.CustomFields.Values;

/// <summary>What one thing has in one field.</summary>
internal sealed class FieldValue
{
    public Guid SubjectId { get; init; }

    public Guid DefinitionId { get; init; }

    public required string SubjectKind { get; init; }

    public required string Text { get; set; }

    /// <summary>By which ranges are compared: the number, or the day's number.</summary>
    public double? Place { get; set; }
}

internal sealed class FieldValueTable : IEntityTypeConfiguration<FieldValue>
{
    public void Configure(EntityTypeBuilder<FieldValue> builder)
    {
        builder.ToTable("CustomFields_Values");
        builder.HasKey(value => new { value.SubjectId, value.DefinitionId });
        builder.Property(value => value.SubjectKind).HasMaxLength(Lengths.Kind);
        builder.Property(value => value.Text).HasMaxLength(Lengths.Name);
        builder.HasIndex(value => new { value.DefinitionId, value.Text, value.SubjectId });
        builder.HasIndex(value => new { value.DefinitionId, value.Place, value.SubjectId });
    }
}
