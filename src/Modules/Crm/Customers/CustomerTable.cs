using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Crm.Addresses;
using ServicePlatform.Crm.Compounds;
using ServicePlatform.Data;

namespace ServicePlatform.Crm.Customers;

internal sealed class CustomerTable : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("Crm_Customers");
        builder.Property(row => row.Number).HasMaxLength(Lengths.Number);
        builder.Property(row => row.Name).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Level).HasMaxLength(Lengths.Kind);
        builder.Property(row => row.Note).HasMaxLength(Lengths.Text);
        builder.Property(row => row.ExternalCode).HasMaxLength(Lengths.Code);
        builder.Property(row => row.ExternalKey).HasMaxLength(Lengths.Code);
        builder.Ignore(row => row.Subject);
        builder.HasIndex(row => row.Number).IsUnique();
        builder.HasIndex(row => new { row.PrincipalId, row.ExternalKey }).IsUnique();
        builder.HasIndex(row => new { row.CreatedAt, row.Id });
        builder.HasIndex(row => new { row.PrincipalId, row.CreatedAt, row.Id });
        builder.HasMany(row => row.Phones).WithOne().HasForeignKey(phone => phone.CustomerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(row => row.Addresses).WithOne().HasForeignKey(address => address.CustomerId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(row => row.Phones).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(row => row.Addresses).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class CustomerPhoneTable : IEntityTypeConfiguration<CustomerPhone>
{
    public void Configure(EntityTypeBuilder<CustomerPhone> builder)
    {
        builder.ToTable("Crm_CustomerPhones");

        // The key is made by the entity; otherwise a phone added to a known customer would be taken for a stored one.
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Number).HasMaxLength(Lengths.Phone);
        builder.Property(row => row.Label).HasMaxLength(Lengths.Kind);
        builder.HasIndex(row => row.Number);
        builder.HasIndex(row => new { row.CustomerId, row.Number }).IsUnique();
    }
}

internal sealed class CustomerAddressTable : IEntityTypeConfiguration<CustomerAddress>
{
    public void Configure(EntityTypeBuilder<CustomerAddress> builder)
    {
        builder.ToTable("Crm_CustomerAddresses");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.DivisionCode).HasMaxLength(9);
        builder.Property(row => row.Street).HasMaxLength(Lengths.Address);
        builder.Property(row => row.Detail).HasMaxLength(Lengths.Name);
        builder.Ignore(row => row.Position);
        builder.HasIndex(row => row.CustomerId);
        builder.HasOne<Compound>().WithMany().HasForeignKey(row => row.CompoundId).OnDelete(DeleteBehavior.Restrict);
    }
}
