using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;
using ServicePlatform.Playbooks.Procedures;
using ServicePlatform.Playbooks.Steps;

namespace ServicePlatform.Playbooks.Layers;

internal sealed class ProcedureLayerTable : IEntityTypeConfiguration<ProcedureLayer>
{
    public void Configure(EntityTypeBuilder<ProcedureLayer> builder)
    {
        builder.ToTable("Playbooks_Layers");
        builder.Property(layer => layer.Id).ValueGeneratedNever();
        builder.Property(layer => layer.OrganisationPath).HasMaxLength(Lengths.Path);
        builder.Property(layer => layer.SerialFirst).HasMaxLength(Lengths.Code);
        builder.Property(layer => layer.SerialLast).HasMaxLength(Lengths.Code);
        builder.Property(layer => layer.ScopeKey).HasMaxLength(Lengths.Path + (3 * Lengths.Code));
        builder.Ignore(layer => layer.Owner);
        builder.Ignore(layer => layer.Serials);
        builder.HasIndex(layer => new { layer.ProcedureId, layer.ScopeKey }).IsUnique();
        builder.HasIndex(layer => new { layer.ProcedureId, layer.OrganisationPath });
        builder.HasOne<Procedure>().WithMany().HasForeignKey(layer => layer.ProcedureId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProcedureVersionTable : IEntityTypeConfiguration<ProcedureVersion>
{
    public void Configure(EntityTypeBuilder<ProcedureVersion> builder)
    {
        builder.ToTable("Playbooks_Versions");
        builder.Property(version => version.Id).ValueGeneratedNever();
        builder.Property(version => version.TitleZh).HasMaxLength(Lengths.Name);
        builder.Property(version => version.TitleEn).HasMaxLength(Lengths.Name);
        builder.Property(version => version.Note).HasMaxLength(Lengths.Text);
        builder.Ignore(version => version.Title);
        builder.Ignore(version => version.Changes);
        builder.HasIndex(version => new { version.LayerId, version.Number }).IsUnique();
        builder.HasOne<ProcedureLayer>().WithMany().HasForeignKey(version => version.LayerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(version => version.Steps).WithOne().HasForeignKey(step => step.VersionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class StepChangeTable : IEntityTypeConfiguration<StepChange>
{
    public void Configure(EntityTypeBuilder<StepChange> builder)
    {
        builder.ToTable("Playbooks_Steps");
        // Otherwise a rewritten list of steps is taken for changed rows instead of new ones.
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Property(step => step.Code).HasMaxLength(Lengths.Code);
        builder.Property(step => step.After).HasMaxLength(Lengths.Code);
        builder.Property(step => step.TitleZh).HasMaxLength(Lengths.Name);
        builder.Property(step => step.TitleEn).HasMaxLength(Lengths.Name);
        builder.Property(step => step.InstructionZh).HasMaxLength(Lengths.Text);
        builder.Property(step => step.InstructionEn).HasMaxLength(Lengths.Text);
        builder.Property(step => step.Unit).HasMaxLength(Lengths.Kind);
        builder.Property(step => step.RemedyZh).HasMaxLength(Lengths.Name);
        builder.Property(step => step.RemedyEn).HasMaxLength(Lengths.Name);
        builder.Property(step => step.AngleZh).HasMaxLength(Lengths.Name);
        builder.Property(step => step.AngleEn).HasMaxLength(Lengths.Name);
        builder.HasIndex(step => new { step.VersionId, step.Position });
    }
}
