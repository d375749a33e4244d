using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;
using ServicePlatform.Fields;

namespace ServicePlatform.CustomFields.Definitions;

/// <summary>A field that somebody has added to a kind of thing. It is never deleted: values of old things keep their meaning.</summary>
internal sealed class FieldDefinition : Entity, IVersioned
{
    /// <summary>Fields of one kind; more make a form that nobody fills in.</summary>
    public const int MostOfKind = 50;

    public const int MostChoices = 200;

    public const string CodeForm = @"^[a-z][a-z0-9_]*\z";

    public const string ChoiceForm = @"^[a-z0-9][a-z0-9_-]*\z";

    public required string SubjectKind { get; init; }

    public required string Code { get; init; }

    public required string Name { get; set; }

    public string? EnglishName { get; set; }

    public CustomFieldType Type { get; set; }

    public Guid? PrincipalId { get; set; }

    public bool IsRequired { get; set; }

    public bool IsFilter { get; set; }

    public bool IsActive { get; set; } = true;

    /// <summary>Its place among the fields of its kind.</summary>
    public int Place { get; set; }

    public IReadOnlyList<CustomChoice> Choices { get; set; } = [];

    public double? Least { get; set; }

    public double? Most { get; set; }

    public string? Unit { get; set; }

    public DateTime ChangedAt { get; set; }

    public int Version { get; private set; }

    public CustomField ToField() => new(Id, SubjectKind, Code, Name, EnglishName, Type, PrincipalId, IsRequired, IsFilter, Choices, Least, Most, Unit);
}

internal sealed class FieldDefinitionTable : IEntityTypeConfiguration<FieldDefinition>
{
    public void Configure(EntityTypeBuilder<FieldDefinition> builder)
    {
        builder.ToTable("CustomFields_Definitions");
        builder.Property(field => field.SubjectKind).HasMaxLength(Lengths.Kind);
        builder.Property(field => field.Code).HasMaxLength(Lengths.Code);
        builder.Property(field => field.Name).HasMaxLength(Lengths.Code);
        builder.Property(field => field.EnglishName).HasMaxLength(Lengths.Code);
        builder.Property(field => field.Unit).HasMaxLength(Lengths.Kind);
        builder.Property(field => field.Choices).HasMaxLength(Lengths.Json).HasConversion(ChoiceText.Converter, ChoiceText.Comparer);
        builder.HasIndex(field => new { field.SubjectKind, field.Code }).IsUnique();
    }
}
