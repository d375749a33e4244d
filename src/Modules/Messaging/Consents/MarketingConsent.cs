using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;

namespace ServicePlatform.Messaging.Consents;

/// <summary>One time that a customer agreed to marketing messages or took it back. The newest one holds; the others are the proof.</summary>
internal sealed class MarketingConsent : Entity
{
    public required Guid CustomerId { get; init; }

    public required bool IsGiven { get; init; }

    /// <summary>How he said it: <c>portal</c>, <c>phone</c>, <c>form</c>.</summary>
    public required string Source { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who recorded it; empty for the customer himself.</summary>
    public required Guid RecordedBy { get; init; }
}

internal sealed class MarketingConsentTable : IEntityTypeConfiguration<MarketingConsent>
{
    public void Configure(EntityTypeBuilder<MarketingConsent> builder)
    {
        builder.ToTable("Messaging_Consents");
        builder.Property(consent => consent.Source).HasMaxLength(Lengths.Kind);
        builder.HasIndex(consent => new { consent.CustomerId, consent.At });
    }
}
