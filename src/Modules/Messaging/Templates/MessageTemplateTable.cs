using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;

namespace ServicePlatform.Messaging.Templates;

internal sealed class MessageTemplateTable : IEntityTypeConfiguration<MessageTemplate>
{
    public void Configure(EntityTypeBuilder<MessageTemplate> builder)
    {
        builder.ToTable("Messaging_Templates");
        builder.Ignore(template => template.Allowed);
        builder.Property(template => template.Code).HasMaxLength(Lengths.Code);
        builder.Property(template => template.Name).HasMaxLength(Lengths.Name);
        builder.Property(template => template.EnglishName).HasMaxLength(Lengths.Name);
        builder.Property(template => template.ChineseText).HasMaxLength(MessageTemplate.MaximumText);
        builder.Property(template => template.EnglishText).HasMaxLength(MessageTemplate.MaximumText);
        builder.Property(template => template.PlaceholderNames).HasMaxLength(Lengths.Text);
        builder.HasIndex(template => template.Code).IsUnique();
    }
}
