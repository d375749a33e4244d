using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data;
using ServicePlatform.Privacy;

namespace ServicePlatform.Crm.Privacy;

/// <summary>A time in which nothing of a customer may be erased: a dispute, an inquiry of an authority.</summary>
internal sealed class LegalHold : Entity
{
    public Guid CustomerId { get; init; }

    public required string Reason { get; set; }

    public DateTime HeldAt { get; init; }

    public Guid HeldBy { get; init; }

    public DateTime? LiftedAt { get; private set; }

    public Guid? LiftedBy { get; private set; }

    public string? LiftReason { get; private set; }

    /// <summary>The customer while it stands, then its own id: of each customer one stands at most, on every database.</summary>
    public Guid StandingFor { get; private set; }

    public static LegalHold Begin(Guid customerId, string reason, Guid by, DateTime at) =>
        new() { CustomerId = customerId, Reason = reason, HeldBy = by, HeldAt = at, StandingFor = customerId };

    public void Lift(string reason, Guid by, DateTime at)
    {
        (LiftReason, LiftedBy, LiftedAt) = (reason, by, at);
        StandingFor = Id;
    }
}

internal sealed class LegalHoldTable : IEntityTypeConfiguration<LegalHold>
{
    public void Configure(EntityTypeBuilder<LegalHold> builder)
    {
        builder.ToTable("Crm_LegalHolds");
        builder.Property(hold => hold.Reason).HasMaxLength(Lengths.Text);
        builder.Property(hold => hold.LiftReason).HasMaxLength(Lengths.Text);
        builder.HasIndex(hold => hold.StandingFor).IsUnique();
        builder.HasIndex(hold => new { hold.CustomerId, hold.HeldAt });
        builder.HasOne<Customer>().WithMany().HasForeignKey(hold => hold.CustomerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LegalHolds(ISiteDb db) : ILegalHolds
{
    private const string Because = "what is held is held whoever asks; only whether it may go is answered";

    public IQueryable<Guid> Customers => db.Set<LegalHold>().Where(hold => hold.LiftedAt == null).Select(hold => hold.CustomerId);

    public IQueryable<string> Phones
    {
        get
        {
            var held = Customers;
            return db.Unscoped<CustomerPhone>(Because).Where(phone => held.Contains(phone.CustomerId)).Select(phone => phone.Number);
        }
    }

    public async Task<IReadOnlyList<string>> WordsAsync(CancellationToken cancellationToken)
    {
        var held = Customers;
        var customers = await db.Unscoped<Customer>(Because).AsNoTracking().Where(customer => held.Contains(customer.Id)).Include(customer => customer.Phones).ToListAsync(cancellationToken);
        return [.. customers.SelectMany(CustomerEraser.Words).Distinct(StringComparer.Ordinal)];
    }
}
