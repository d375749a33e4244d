using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;
using ServicePlatform.WorkOrders.Clocks;
using ServicePlatform.WorkOrders.Requests;

namespace ServicePlatform.WorkOrders.Orders;

internal sealed class OrderTable : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("WorkOrders_Orders");
        builder.Property(order => order.Id).ValueGeneratedNever();
        builder.Property(order => order.Number).HasMaxLength(Lengths.Number);
        builder.Property(order => order.HolderPath).HasMaxLength(Lengths.Path);
        builder.Property(order => order.DispatchPath).HasMaxLength(Lengths.Path);
        builder.Property(order => order.RuleCode).HasMaxLength(Lengths.Code);
        builder.Property(order => order.DivisionCode).HasMaxLength(Lengths.Number);
        builder.Property(order => order.CategoryCode).HasMaxLength(Lengths.Code);
        builder.Property(order => order.JobType).HasMaxLength(Lengths.Code);
        builder.Property(order => order.Description).HasMaxLength(Lengths.Text);
        builder.Property(order => order.InternalNote).HasMaxLength(Lengths.Text);
        builder.Property(order => order.ContactPhone).HasMaxLength(Lengths.Phone);
        builder.Property(order => order.EndNote).HasMaxLength(Lengths.Text);
        builder.Ignore(order => order.FactSubject);
        builder.Ignore(order => order.Clocks);
        builder.Ignore(order => order.OpenLines);
        builder.Ignore(order => order.Holding);
        builder.Ignore(order => order.IsRefused);
        builder.ComplexProperty(order => order.Dispatch, clock => clock.Property(promise => promise.Hours).HasMaxLength(PromiseClock.LongestHours));
        builder.ComplexProperty(order => order.Booking, clock => clock.Property(promise => promise.Hours).HasMaxLength(PromiseClock.LongestHours));
        builder.ComplexProperty(order => order.Completion, clock => clock.Property(promise => promise.Hours).HasMaxLength(PromiseClock.LongestHours));
        builder.HasOne<Request>().WithMany().HasForeignKey(order => order.RequestId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(order => order.Lines).WithOne().HasForeignKey(line => line.OrderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(order => order.Assignments).WithOne().HasForeignKey(row => row.OrderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(order => order.Pauses).WithOne().HasForeignKey(pause => pause.OrderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(order => order.Number).IsUnique();
        builder.HasIndex(order => new { order.HolderPath, order.CreatedAt, order.Id });
        builder.HasIndex(order => new { order.HolderPath, order.PlaceAt, order.Id });
        builder.HasIndex(order => new { order.CreatedAt, order.Id });
        builder.HasIndex(order => new { order.State, order.PlaceAt, order.Id });
        builder.HasIndex(order => new { order.CustomerId, order.CreatedAt });
        builder.HasIndex(order => new { order.OutletId, order.State });
        builder.HasIndex(order => new { order.TechnicianId, order.State });
    }
}

internal sealed class OrderLineTable : IEntityTypeConfiguration<OrderLine>
{
    public void Configure(EntityTypeBuilder<OrderLine> builder)
    {
        builder.ToTable("WorkOrders_OrderLines");
        builder.Property(line => line.Id).ValueGeneratedNever();
        builder.Property(line => line.JobType).HasMaxLength(Lengths.Code);
        builder.HasIndex(line => new { line.OrderId, line.Number }).IsUnique();
        builder.HasIndex(line => line.MachineId);
    }
}

internal sealed class OrderAssignmentTable : IEntityTypeConfiguration<OrderAssignment>
{
    public void Configure(EntityTypeBuilder<OrderAssignment> builder)
    {
        builder.ToTable("WorkOrders_Assignments");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.ReasonCode).HasMaxLength(Lengths.Code);
        builder.Property(row => row.Note).HasMaxLength(Lengths.Text);
        builder.HasIndex(row => new { row.OrderId, row.AssignedAt });
        builder.HasIndex(row => new { row.OrganisationId, row.AssignedAt });
    }
}

internal sealed class OrderPauseTable : IEntityTypeConfiguration<OrderPause>
{
    public void Configure(EntityTypeBuilder<OrderPause> builder)
    {
        builder.ToTable("WorkOrders_Pauses");
        builder.Property(pause => pause.Id).ValueGeneratedNever();
        builder.Property(pause => pause.Note).HasMaxLength(Lengths.Text);
        builder.HasIndex(pause => new { pause.OrderId, pause.StartedAt });
    }
}
