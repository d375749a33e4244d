using ServicePlatform.Data;
using ServicePlatform.Phones;

namespace ServicePlatform.Crm.Customers;

/// <summary>A number at which a customer can be reached. Others may share it.</summary>
internal sealed class CustomerPhone : Entity
{
    public Guid CustomerId { get; init; }

    /// <summary>E.164.</summary>
    public required string Number { get; init; }

    public PhoneKind Kind { get; init; }

    /// <summary>Whose or which, as written by people: wife, office, duty phone.</summary>
    public string? Label { get; set; }

    public int Order { get; set; }
}
