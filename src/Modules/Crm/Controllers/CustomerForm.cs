using ServicePlatform.Crm.Addresses;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Crm.Pasting;
using ServicePlatform.Fields;
using ServicePlatform.Geography;
using ServicePlatform.Phones;

namespace ServicePlatform.Crm.Controllers;

/// <summary>What the form of a customer carries.</summary>
internal sealed class CustomerForm
{
    public Guid? Id { get; set; }

    public Guid? PrincipalId { get; set; }

    public CustomerKind Kind { get; set; }

    public string? Name { get; set; }

    public Gender Gender { get; set; }

    public List<PhoneRow> Phones { get; set; } = [];

    public List<AddressRow> Addresses { get; set; } = [];

    public string Level { get; set; } = MemberLevels.Standard;

    public bool IsElderly { get; set; }

    public ContactChannel PreferredChannel { get; set; }

    public int? HouseholdSize { get; set; }

    public string? Note { get; set; }

    public string? ExternalCode { get; set; }

    public int Version { get; set; }

    /// <summary>Values of the site's own fields, by code.</summary>
    public Dictionary<string, string?> CustomFields { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The name as it was before editing.</summary>
    public string? Title { get; set; }

    /// <summary>An empty form, or one that is filled from pasted text.</summary>
    public static CustomerForm New(PastedContact? pasted, PastedAddress? address) => new()
    {
        Name = pasted?.Name,
        Phones = [.. (pasted?.Phones ?? []).Select(phone => new PhoneRow { Number = PhoneNumber.Display(phone.E164) }), new PhoneRow()],
        Addresses = [AddressRow.Of(address)],
    };

    /// <summary>Phones and addresses are only named as far as the actor may see them; what is left empty stays.</summary>
    public static CustomerForm Of(Customer customer, ContactView contact, IReadOnlyDictionary<Guid, string> compounds, CustomFieldSheet fields) => new()
    {
        Id = customer.Id,
        PrincipalId = customer.PrincipalId,
        Kind = customer.Kind,
        Name = customer.Name,
        Gender = customer.Gender,
        Phones = [.. contact.Phones.Select(phone => new PhoneRow { Id = phone.Id, Shown = phone.Text, Label = phone.Label }), new PhoneRow()],
        Addresses = [.. contact.Addresses.Select(view => AddressRow.Of(customer.Addresses.First(address => address.Id == view.Id), view, contact.IsClear, compounds)), new AddressRow()],
        Level = customer.Level,
        IsElderly = customer.IsElderly,
        PreferredChannel = customer.PreferredChannel,
        HouseholdSize = customer.HouseholdSize,
        Note = customer.Note,
        ExternalCode = customer.ExternalCode,
        Version = customer.Version,
        Title = customer.Name,
        CustomFields = new(fields.Values, StringComparer.Ordinal),
    };
}

internal sealed class PhoneRow
{
    /// <summary>A phone that is on file already; its number is not in the form.</summary>
    public Guid? Id { get; set; }

    public string? Shown { get; set; }

    public string? Number { get; set; }

    public string? Label { get; set; }

    public bool Remove { get; set; }
}

internal sealed class AddressRow
{
    public Guid? Id { get; set; }

    public string? Shown { get; set; }

    /// <summary>True where building, room and position are not in the form: left empty, they stay.</summary>
    public bool Masked { get; set; }

    /// <summary>A pasted address, taken apart when saved.</summary>
    public string? Whole { get; set; }

    public string? DivisionCode { get; set; }

    public string? Street { get; set; }

    public string? CompoundName { get; set; }

    public string? Detail { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public Datum Datum { get; set; } = Datum.Gcj02;

    public bool Remove { get; set; }

    public bool IsEmpty => Id is null && string.IsNullOrWhiteSpace(Whole + Street + CompoundName + Detail);

    public GeoPoint? Position => Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude, Datum) : null;

    public static AddressRow Of(PastedAddress? pasted) => new()
    {
        DivisionCode = pasted?.DivisionCode,
        Street = pasted?.Street,
        CompoundName = pasted?.Compound,
        Detail = pasted?.Detail,
    };

    public static AddressRow Of(CustomerAddress address, AddressView view, bool isClear, IReadOnlyDictionary<Guid, string> compounds) => new()
    {
        Id = address.Id,
        Shown = view.Text,
        Masked = !isClear,
        DivisionCode = address.DivisionCode,
        Street = address.Street,
        CompoundName = address.CompoundId is { } id ? compounds.GetValueOrDefault(id) : null,
        Detail = isClear ? address.Detail : null,
        Latitude = isClear ? address.Latitude : null,
        Longitude = isClear ? address.Longitude : null,
        Datum = address.Datum ?? Datum.Gcj02,
    };
}
