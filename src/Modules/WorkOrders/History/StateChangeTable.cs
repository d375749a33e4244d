using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;

namespace ServicePlatform.WorkOrders.History;

internal sealed class StateChangeTable : IEntityTypeConfiguration<StateChange>
{
    public void Configure(EntityTypeBuilder<StateChange> builder)
    {
        builder.ToTable("WorkOrders_StateChanges");
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.Property(change => change.SubjectKind).HasMaxLength(Lengths.Kind);
        builder.Property(change => change.From).HasMaxLength(Lengths.Kind);
        builder.Property(change => change.To).HasMaxLength(Lengths.Kind);

        // Not unique: of two writers the version of the subject's row refuses one, and says so as what it is.
        builder.HasIndex(change => new { change.SubjectId, change.Sequence });
    }
}
