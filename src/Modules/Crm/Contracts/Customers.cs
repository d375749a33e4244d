using ServicePlatform.Commands;
using ServicePlatform.Fields;
using ServicePlatform.Geography;
using ServicePlatform.Security;

namespace ServicePlatform.Crm.Contracts;

public enum CustomerKind
{
    Person,
    Organisation,
}

public enum Gender
{
    Unknown,
    Male,
    Female,
}

public enum ContactChannel
{
    Phone,
    Message,
    App,
}

/// <param name="Greeting">How to address him in the current language: 张先生, Mr Zhang; the name where the gender is unknown.</param>
/// <param name="Phone">E.164 of the first phone.</param>
/// <param name="Level">Member level code, <c>standard</c> by default.</param>
/// <param name="IsElderly">Prefers a call to a message.</param>
/// <param name="IsErased">Everything personal was removed at his wish; there is no new work for him.</param>
public sealed record CustomerSummary(
    Guid Id,
    string Number,
    Guid PrincipalId,
    CustomerKind Kind,
    string Name,
    string Greeting,
    string? Phone,
    string Level,
    bool IsElderly,
    ContactChannel PreferredChannel,
    bool IsErased = false);

/// <param name="DivisionCode">GB/T 2260, six or nine digits.</param>
/// <param name="Text">Whole address as people write it in the current language.</param>
/// <param name="CompoundName">Residential compound, or null.</param>
public sealed record AddressSummary(
    Guid Id,
    Guid CustomerId,
    string DivisionCode,
    Guid? CompoundId,
    string? CompoundName,
    string Text,
    GeoPoint? Position);

public interface ICustomerReader
{
    /// <summary>Customers that the actor may see; others are left out.</summary>
    Task<IReadOnlyDictionary<Guid, CustomerSummary>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Addresses by their id, of customers that the actor may see.</summary>
    Task<IReadOnlyDictionary<Guid, AddressSummary>> GetAddressesAsync(IReadOnlyCollection<Guid> addressIds, CancellationToken cancellationToken);

    /// <summary>Whose a customer is, and whether an address is his; null where the actor sees no such customer.</summary>
    /// <param name="addressId">Also one that is no longer used; null asks for none.</param>
    Task<CustomerPlace?> FindPlaceAsync(Guid customerId, Guid? addressId, CancellationToken cancellationToken);

    /// <summary>Addresses of customers that the actor may see.</summary>
    Task<IReadOnlyList<AddressSummary>> AddressesOfAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken cancellationToken);

    /// <summary>Ids of a principal's customers by their codes in another system; unknown codes are left out.</summary>
    Task<IReadOnlyDictionary<string, Guid>> FindByExternalCodesAsync(Guid principalId, IReadOnlyCollection<string> codes, CancellationToken cancellationToken);

    /// <summary>Customers that the actor may see and that have this whole number, all of them: a number can belong to several people.</summary>
    /// <param name="phone">In E.164.</param>
    Task<IReadOnlyList<CustomerSummary>> FindByPhoneAsync(string phone, CancellationToken cancellationToken);

    /// <summary>The same for many numbers at once; customers of one principal, by number.</summary>
    Task<ILookup<string, CustomerName>> FindByPhonesAsync(Guid principalId, IReadOnlyCollection<string> phones, CancellationToken cancellationToken);

    /// <summary>Customers of a principal that the actor may see, in the order of their numbers, some at a time.</summary>
    /// <param name="after">Number of the last one of the page before; null for the first page.</param>
    Task<IReadOnlyList<CustomerNumber>> PageAsync(Guid principalId, string? after, int count, CancellationToken cancellationToken);

    /// <summary>Customers that the actor may see, each as the command that would leave him as he is: to change some of him and keep the rest.</summary>
    Task<IReadOnlyDictionary<Guid, SaveCustomer>> AsTheyStandAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>The customers that the signed-in portal account stands for; empty for anybody else.</summary>
    Task<IReadOnlyList<CustomerSummary>> OwnAsync(CancellationToken cancellationToken);

    /// <summary>Their addresses.</summary>
    Task<IReadOnlyList<AddressSummary>> OwnAddressesAsync(CancellationToken cancellationToken);
}

/// <param name="HasAddress">False where an address was asked for that is not his.</param>
public sealed record CustomerPlace(Guid PrincipalId, bool HasAddress);

public sealed record CustomerName(Guid Id, string Name);

public sealed record CustomerNumber(Guid Id, string Number);

/// <param name="Number">As typed; understood by <see cref="Phones.PhoneNumber.Parse"/>.</param>
/// <param name="Label">Whose or which: 'wife', 'office'.</param>
public sealed record PhoneInput(string Number, string? Label = null);

/// <param name="AddressId">Null for a new one.</param>
/// <param name="CompoundName">Found or made as a compound of the division.</param>
/// <param name="Street">Street and number.</param>
/// <param name="Detail">Building, unit, room.</param>
public sealed record AddressInput(
    Guid? AddressId,
    string DivisionCode,
    string? CompoundName,
    string Street,
    string? Detail,
    GeoPoint? Position);

/// <summary>Creates a customer (id null) or brings one to this state. Answers his id. Fails on the field that is wrong.</summary>
/// <param name="Version">The version that the editor had seen; ignored for a new customer.</param>
/// <param name="CustomFields">Values of the site's own fields; null leaves them as they are.</param>
/// <param name="ExternalCode">The customer's code in the file or system that he came from, unique per principal, or null.</param>
[RequirePermission(CrmPermissions.Edit)]
public sealed record SaveCustomer(
    Guid? CustomerId,
    Guid PrincipalId,
    CustomerKind Kind,
    string Name,
    Gender Gender,
    IReadOnlyList<PhoneInput> Phones,
    IReadOnlyList<AddressInput> Addresses,
    string Level = "standard",
    bool IsElderly = false,
    ContactChannel PreferredChannel = ContactChannel.Phone,
    string? Note = null,
    int? HouseholdSize = null,
    string? ExternalCode = null,
    int Version = 0,
    CustomFieldInput? CustomFields = null) : ICommand<Guid>;

/// <summary>Member levels. Their names are the texts <c>Level.{code}</c>.</summary>
public static class MemberLevels
{
    public const string Standard = "standard";
    public const string Silver = "silver";
    public const string Gold = "gold";
    /// <summary>Has a line without waiting and the shortest promises.</summary>
    public const string Vip = "vip";

    public static IReadOnlyList<string> All { get; } = [Standard, Silver, Gold, Vip];
}

/// <summary>Gives an address that has no position the place of a good fix; one that has a position keeps it.</summary>
[Internal]
public sealed record FillAddressPosition(Guid AddressId, GeoPoint Position) : ICommand;

/// <summary>A customer was added or changed. Copies of his name or address elsewhere are brought up to date from it.</summary>
public sealed record CustomerSaved(Guid CustomerId, bool IsNew) : Events.IEvent;

/// <summary>A customer was erased; nothing but his number is left.</summary>
public sealed record CustomerErased(Guid CustomerId) : Events.IEvent;

public static class CrmPermissions
{
    public const string View = "crm.view";
    public const string Edit = "crm.edit";
    /// <summary>See a masked phone or address in clear; each reveal is audited.</summary>
    public const string Reveal = "crm.reveal";

    /// <summary>Give a customer a copy of his data, and erase him.</summary>
    public const string Privacy = "crm.privacy";

    /// <summary>Hold a customer, so that nothing of his is erased, and lift that again.</summary>
    public const string Hold = "crm.hold";
}
