using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Sending;

namespace ServicePlatform.Messaging.Development;

/// <summary>A message that a developer reads instead of a customer's phone.</summary>
internal sealed class InboxMessage : Entity
{
    public required string To { get; init; }

    public required string Text { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}

internal sealed class InboxMessageTable : IEntityTypeConfiguration<InboxMessage>
{
    public void Configure(EntityTypeBuilder<InboxMessage> builder)
    {
        builder.ToTable("Messaging_DevelopmentInbox");
        builder.Property(message => message.To).HasMaxLength(Lengths.Phone);
        builder.Property(message => message.Text).HasMaxLength(MessageTable.MaximumText);
        builder.HasIndex(message => new { message.At, message.Id });
    }
}
