using ServicePlatform.Crm.Contracts;

namespace ServicePlatform.Crm.Customers;

/// <summary>How complete a customer's file is: five parts of equal weight.</summary>
/// <param name="Percent">0 to 100.</param>
/// <param name="Missing">Codes of the parts that are missing; their names are the texts <c>Missing.{code}</c>.</param>
internal sealed record CustomerFile(int Percent, IReadOnlyList<string> Missing)
{
    public static CustomerFile Of(Customer customer)
    {
        var addresses = customer.Addresses.Where(address => address.RetiredAt is null).ToList();
        (string Code, bool IsThere)[] parts =
        [
            ("Phone", customer.Phones.Count > 0),
            ("Address", addresses.Count > 0),
            ("Position", addresses.Exists(address => address.Position is not null)),
            ("Gender", customer.Kind == CustomerKind.Organisation || customer.Gender != Gender.Unknown),
            ("Household", customer.Kind == CustomerKind.Organisation || customer.HouseholdSize is not null),
        ];
        return new CustomerFile(100 * parts.Count(part => part.IsThere) / parts.Length, parts.Where(part => !part.IsThere).Select(part => part.Code).ToList());
    }
}
