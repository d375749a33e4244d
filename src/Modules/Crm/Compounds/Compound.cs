using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Geography;

namespace ServicePlatform.Crm.Compounds;

/// <summary>A residential community, with what is known of its water.</summary>
internal sealed class Compound : Entity, IVersioned
{
    public const string SubjectKind = "compound";

    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>County, six digits.</summary>
    public required string CountyCode { get; set; }

    /// <summary>Street and number, as far as known.</summary>
    public string? Street { get; set; }

    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    public Datum? Datum { get; private set; }

    public DateTime ChangedAt { get; set; }

    public int Version { get; private set; }

    public GeoPoint? Position => Latitude is { } latitude && Longitude is { } longitude && Datum is { } datum ? new GeoPoint(latitude, longitude, datum) : null;

    public void StandAt(GeoPoint? position) =>
        (Latitude, Longitude, Datum) = (position?.Latitude, position?.Longitude, position?.Datum);
}

/// <summary>One set of figures of the water in a compound. Readings are added, never changed.</summary>
internal sealed class CompoundReading : Entity
{
    public Guid CompoundId { get; init; }

    public DateOnly TakenOn { get; init; }

    public WaterSource Source { get; init; }

    /// <summary>mg/L.</summary>
    public double? Tds { get; init; }

    /// <summary>mg/L as CaCO3.</summary>
    public double? Hardness { get; init; }

    /// <summary>mg/L.</summary>
    public double? ResidualChlorine { get; init; }
}

internal sealed class CompoundTable : IEntityTypeConfiguration<Compound>
{
    public void Configure(EntityTypeBuilder<Compound> builder)
    {
        builder.ToTable("Crm_Compounds");
        builder.Property(row => row.Code).HasMaxLength(Lengths.Code);
        builder.Property(row => row.Name).HasMaxLength(Lengths.Name);
        builder.Property(row => row.CountyCode).HasMaxLength(6);
        builder.Property(row => row.Street).HasMaxLength(Lengths.Address);
        builder.Ignore(row => row.Position);
        builder.HasIndex(row => row.Code).IsUnique();
        builder.HasIndex(row => new { row.CountyCode, row.Name }).IsUnique();
        builder.HasIndex(row => new { row.Name, row.Id });
    }
}

internal sealed class CompoundReadingTable : IEntityTypeConfiguration<CompoundReading>
{
    public void Configure(EntityTypeBuilder<CompoundReading> builder)
    {
        builder.ToTable("Crm_CompoundReadings");
        builder.HasIndex(row => new { row.CompoundId, row.TakenOn });
        builder.HasOne<Compound>().WithMany().HasForeignKey(row => row.CompoundId).OnDelete(DeleteBehavior.Cascade);
    }
}
