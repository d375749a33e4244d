using ServicePlatform.Crm.Contracts;

namespace ServicePlatform.Crm.Customers;

internal static class AsItStands
{
    /// <summary>The command that leaves a customer as he is.</summary>
    /// <param name="compounds">Names of the compounds of his addresses.</param>
    public static SaveCustomer Of(Customer customer, IReadOnlyDictionary<Guid, string> compounds) => new(
        customer.Id,
        customer.PrincipalId,
        customer.Kind,
        customer.Name,
        customer.Gender,
        [.. customer.Phones.OrderBy(phone => phone.Order).Select(phone => new PhoneInput(phone.Number, phone.Label))],
        [.. customer.Addresses.Where(address => address.RetiredAt is null).OrderBy(address => address.Order).Select(address => new AddressInput(
            address.Id,
            address.DivisionCode,
            address.CompoundId is { } compound ? compounds.GetValueOrDefault(compound) : null,
            address.Street,
            address.Detail,
            address.Position))],
        customer.Level,
        customer.IsElderly,
        customer.PreferredChannel,
        customer.Note,
        customer.HouseholdSize,
        customer.ExternalCode,
        customer.Version);
}
