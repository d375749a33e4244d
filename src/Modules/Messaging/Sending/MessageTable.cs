using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Templates;

namespace ServicePlatform.Messaging.Sending;

internal sealed class MessageTable : IEntityTypeConfiguration<Message>
{
    /// <summary>A template's text with its values put in.</summary>
    public const int MaximumText = MessageTemplate.MaximumText * 2;

    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("Messaging_Messages");
        builder.Property(message => message.OrganisationPath).HasMaxLength(Lengths.Path);
        builder.Property(message => message.TemplateCode).HasMaxLength(Lengths.Code);
        builder.Property(message => message.AboutKind).HasMaxLength(Lengths.Kind);
        builder.Property(message => message.To).HasMaxLength(Lengths.Phone);
        builder.Property(message => message.Text).HasMaxLength(MaximumText);
        builder.Property(message => message.Reason).HasMaxLength(Lengths.Code);
        builder.Property(message => message.Provider).HasMaxLength(Lengths.Code);
        builder.HasIndex(message => new { message.CreatedAt, message.Id });
        builder.HasIndex(message => new { message.OrganisationPath, message.CreatedAt, message.Id });
        builder.HasIndex(message => new { message.CustomerId, message.Class, message.CreatedAt });
        builder.HasIndex(message => new { message.To, message.CreatedAt });
        builder.HasIndex(message => new { message.AboutId, message.TemplateCode });
    }
}
