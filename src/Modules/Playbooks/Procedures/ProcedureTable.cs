using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;

namespace ServicePlatform.Playbooks.Procedures;

internal sealed class ProcedureTable : IEntityTypeConfiguration<Procedure>
{
    public void Configure(EntityTypeBuilder<Procedure> builder)
    {
        builder.ToTable("Playbooks_Procedures");
        builder.Property(procedure => procedure.Id).ValueGeneratedNever();
        builder.Property(procedure => procedure.Code).HasMaxLength(Lengths.Code);
        builder.Property(procedure => procedure.CategoryCode).HasMaxLength(Lengths.Code);
        builder.Ignore(procedure => procedure.JobTypes);
        builder.HasIndex(procedure => procedure.Code).IsUnique();
        builder.HasMany(procedure => procedure.Jobs).WithOne().HasForeignKey(job => job.ProcedureId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(procedure => procedure.Jobs).AutoInclude();
    }
}

internal sealed class ProcedureJobTable : IEntityTypeConfiguration<ProcedureJob>
{
    public void Configure(EntityTypeBuilder<ProcedureJob> builder)
    {
        builder.ToTable("Playbooks_ProcedureJobs");
        builder.HasKey(job => new { job.JobType, job.CategoryCode });
        builder.Property(job => job.JobType).HasMaxLength(Lengths.Code);
        builder.Property(job => job.CategoryCode).HasMaxLength(Lengths.Code);
        builder.HasIndex(job => job.ProcedureId);
    }
}
