using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServicePlatform.Data.Search;

/// <summary>A normalised piece of a text that a subject is found by.</summary>
public sealed class SearchToken
{
    public required string Kind { get; init; }

    public required string Token { get; init; }

    public Guid SubjectId { get; init; }
}

internal sealed class SearchTokenTable : IEntityTypeConfiguration<SearchToken>
{
    public void Configure(EntityTypeBuilder<SearchToken> builder)
    {
        builder.ToTable("Kernel_SearchTokens");
        builder.HasKey(r => new { r.Kind, r.Token, r.SubjectId });
        builder.Property(r => r.Kind).HasMaxLength(Lengths.Kind);
        builder.Property(r => r.Token).HasMaxLength(Lengths.Code);

        // With every column: without them SQLite prefers the key, whose kind it then reads from end to end.
        builder.HasIndex(r => new { r.SubjectId, r.Kind, r.Token });
    }
}
