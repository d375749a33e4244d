using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;

namespace ServicePlatform.WorkOrders.Requests;

internal sealed class RequestTable : IEntityTypeConfiguration<Request>
{
    public void Configure(EntityTypeBuilder<Request> builder)
    {
        builder.ToTable("WorkOrders_Requests");
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Number).HasMaxLength(Lengths.Number);
        builder.Property(request => request.HolderPath).HasMaxLength(Lengths.Path);
        builder.Property(request => request.Channel).HasMaxLength(Lengths.Code);
        builder.Property(request => request.JobType).HasMaxLength(Lengths.Code);
        builder.Property(request => request.Description).HasMaxLength(Lengths.Text);
        builder.Property(request => request.ContactPhone).HasMaxLength(Lengths.Phone);
        builder.Property(request => request.TriageNote).HasMaxLength(Lengths.Text);
        builder.Property(request => request.Outcome).HasMaxLength(Lengths.Text);
        builder.Ignore(request => request.FactSubject);
        builder.HasOne<Request>().WithMany().HasForeignKey(request => request.OriginalId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(request => request.Number).IsUnique();
        builder.HasIndex(request => new { request.HolderPath, request.CreatedAt, request.Id });
        builder.HasIndex(request => new { request.State, request.CreatedAt, request.Id });
        builder.HasIndex(request => new { request.CustomerId, request.CreatedAt });
    }
}
