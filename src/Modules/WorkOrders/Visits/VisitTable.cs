using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;
using ServicePlatform.WorkOrders.Orders;

namespace ServicePlatform.WorkOrders.Visits;

internal sealed class VisitTable : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.ToTable("WorkOrders_Visits");
        builder.Property(visit => visit.Id).ValueGeneratedNever();
        builder.Property(visit => visit.Number).HasMaxLength(Lengths.Number);
        builder.Property(visit => visit.HolderPath).HasMaxLength(Lengths.Path);
        builder.Property(visit => visit.JobType).HasMaxLength(Lengths.Code);
        builder.Property(visit => visit.CategoryCode).HasMaxLength(Lengths.Code);
        builder.Property(visit => visit.BookingNote).HasMaxLength(Lengths.Text);
        builder.Property(visit => visit.ProcedureCode).HasMaxLength(Lengths.Code);
        builder.Property(visit => visit.ProcedureTitle).HasMaxLength(Lengths.Name);
        builder.Property(visit => visit.EnglishProcedureTitle).HasMaxLength(Lengths.Name);
        builder.Property(visit => visit.SignerName).HasMaxLength(Lengths.Name);
        builder.Property(visit => visit.SignatureVoidReason).HasMaxLength(Lengths.Text);
        builder.Property(visit => visit.Finding).HasMaxLength(Lengths.Text);
        builder.Property(visit => visit.Conclusion).HasMaxLength(Lengths.Text);
        builder.Property(visit => visit.EndNote).HasMaxLength(Lengths.Text);
        builder.Ignore(visit => visit.FactSubject);
        builder.Ignore(visit => visit.Missing);
        builder.HasOne<Order>().WithMany().HasForeignKey(visit => visit.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(visit => visit.Lines).WithOne().HasForeignKey(line => line.VisitId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(visit => visit.Steps).WithOne().HasForeignKey(step => step.VisitId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(visit => visit.Photos).WithOne().HasForeignKey(photo => photo.VisitId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(visit => visit.FilterChanges).WithOne().HasForeignKey(change => change.VisitId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(visit => visit.Number).IsUnique();
        builder.HasIndex(visit => new { visit.OrderId, visit.CreatedAt });
        builder.HasIndex(visit => new { visit.HolderPath, visit.PlannedFrom, visit.Id });
        builder.HasIndex(visit => new { visit.TechnicianId, visit.PlannedFrom });
        builder.HasIndex(visit => visit.MachineId);
    }
}

internal sealed class VisitLineTable : IEntityTypeConfiguration<VisitLine>
{
    public void Configure(EntityTypeBuilder<VisitLine> builder)
    {
        builder.ToTable("WorkOrders_VisitLines");
        builder.Property(line => line.Id).ValueGeneratedNever();
        builder.Property(line => line.JobType).HasMaxLength(Lengths.Code);
        builder.HasOne<OrderLine>().WithMany().HasForeignKey(line => line.LineId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(line => new { line.VisitId, line.LineId }).IsUnique();
    }
}

internal sealed class VisitStepTable : IEntityTypeConfiguration<VisitStep>
{
    public void Configure(EntityTypeBuilder<VisitStep> builder)
    {
        builder.ToTable("WorkOrders_VisitSteps");
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Property(step => step.Code).HasMaxLength(Lengths.Code + 8);
        builder.Property(step => step.Title).HasMaxLength(Lengths.Name);
        builder.Property(step => step.EnglishTitle).HasMaxLength(Lengths.Name);
        builder.Property(step => step.Instruction).HasMaxLength(Lengths.Text);
        builder.Property(step => step.EnglishInstruction).HasMaxLength(Lengths.Text);
        builder.Property(step => step.Unit).HasMaxLength(Lengths.Kind);
        builder.Property(step => step.RemedyAdvice).HasMaxLength(Lengths.Text);
        builder.Property(step => step.EnglishRemedyAdvice).HasMaxLength(Lengths.Text);
        builder.Property(step => step.PhotoAngle).HasMaxLength(Lengths.Name);
        builder.Property(step => step.EnglishPhotoAngle).HasMaxLength(Lengths.Name);
        builder.Property(step => step.Layer).HasMaxLength(Lengths.Code);
        builder.Property(step => step.LayerName).HasMaxLength(Lengths.Name);
        builder.Property(step => step.Text).HasMaxLength(Lengths.Text);
        builder.Property(step => step.Remedy).HasMaxLength(Lengths.Text);
        builder.HasIndex(step => new { step.VisitId, step.Code }).IsUnique();
    }
}

internal sealed class VisitPhotoTable : IEntityTypeConfiguration<VisitPhoto>
{
    public void Configure(EntityTypeBuilder<VisitPhoto> builder)
    {
        builder.ToTable("WorkOrders_VisitPhotos");
        builder.Property(photo => photo.Id).ValueGeneratedNever();
        builder.Property(photo => photo.StepCode).HasMaxLength(Lengths.Code + 8);
        builder.Property(photo => photo.Angle).HasMaxLength(Lengths.Name);
        builder.Property(photo => photo.EnglishAngle).HasMaxLength(Lengths.Name);
        builder.Property(photo => photo.Sha256).HasMaxLength(64);
        builder.HasIndex(photo => new { photo.VisitId, photo.TakenAt });
        builder.HasIndex(photo => photo.Sha256);
        builder.HasIndex(photo => photo.FileId).IsUnique();
    }
}

internal sealed class TechnicianDiaryTable : IEntityTypeConfiguration<TechnicianDiary>
{
    public void Configure(EntityTypeBuilder<TechnicianDiary> builder)
    {
        builder.ToTable("WorkOrders_Diaries");
        builder.HasKey(diary => diary.TechnicianId);
        builder.Property(diary => diary.TechnicianId).ValueGeneratedNever();
    }
}

internal sealed class FilterChangeTable : IEntityTypeConfiguration<FilterChange>
{
    public void Configure(EntityTypeBuilder<FilterChange> builder)
    {
        builder.ToTable("WorkOrders_FilterChanges");
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.Property(change => change.Serial).HasMaxLength(Lengths.Code);
        builder.HasIndex(change => new { change.VisitId, change.MachineId, change.Position }).IsUnique();
    }
}
