namespace ServicePlatform.Crm.Contracts;

/// <summary>A phone as the actor may see it.</summary>
/// <param name="Text">For people; with the middle hidden where it is masked: <c>138 **** 1234</c>.</param>
/// <param name="Dial">E.164 for a link that dials; null where the phone is masked.</param>
/// <param name="IsConfirmed">False for a number that an outlet has added and nobody at head office has confirmed: it does not open the portal.</param>
public sealed record PhoneView(Guid Id, string Text, string? Dial, string? Label, bool IsConfirmed = true);

/// <summary>An address as the actor may see it; where it is masked, building and room are left out.</summary>
public sealed record AddressView(Guid Id, string Text, string? CompoundName, Geography.GeoPoint? Position);

/// <param name="IsClear">True where nothing is masked.</param>
public sealed record ContactView(Guid CustomerId, bool IsClear, IReadOnlyList<PhoneView> Phones, IReadOnlyList<AddressView> Addresses);

/// <summary>
/// Phones and addresses for screens. Staff see them masked and show them one by one, which is audited; an outlet sees them
/// clear while it holds a job of the customer or has sold to him; the customer sees his own.
/// </summary>
public interface ICustomerContacts
{
    /// <summary>Customers that the actor may see; others are left out.</summary>
    Task<IReadOnlyDictionary<Guid, ContactView>> GetAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken cancellationToken);
}
