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

    /// <summary>
    /// Opens the portal as this customer to whoever proves to hold it. A number that an outlet adds to a known customer does not,
    /// until somebody at head office has confirmed it: the outlet's access ends with its job, the number would stay.
    /// </summary>
    public bool IsConfirmed { get; set; }
}
