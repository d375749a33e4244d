using ServicePlatform.Crm.Addresses;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Phones;
using ServicePlatform.Search;

namespace ServicePlatform.Crm.Customers;

/// <summary>A household or an organisation that a principal's products serve. An outlet sees it through a grant only.</summary>
[SubjectKind(SubjectKind)]
internal sealed class Customer : Entity, IVersioned, IGranted
{
    public const string SubjectKind = "customer";

    private readonly List<CustomerPhone> _phones = [];
    private readonly List<CustomerAddress> _addresses = [];

    /// <summary>CU-2611-000123.</summary>
    public required string Number { get; init; }

    public Guid PrincipalId { get; init; }

    public CustomerKind Kind { get; set; }

    public required string Name { get; set; }

    public Gender Gender { get; set; }

    public string Level { get; set; } = MemberLevels.Standard;

    public bool IsElderly { get; set; }

    public ContactChannel PreferredChannel { get; set; }

    public int? HouseholdSize { get; set; }

    public string? Note { get; set; }

    /// <summary>His code in the system or file that he came from.</summary>
    public string? ExternalCode { get; private set; }

    /// <summary>The external code, or a stand-in made of the number, so that a unique index holds on every database.</summary>
    public string ExternalKey { get; private set; } = "";

    /// <summary>When everything personal was removed at his wish; what is left stands for old jobs only. Null for everybody else.</summary>
    public DateTime? ErasedAt { get; private set; }

    public DateTime CreatedAt { get; init; }

    public DateTime ChangedAt { get; set; }

    public int Version { get; private set; }

    /// <summary>In their order; the first is the one that is called.</summary>
    public IReadOnlyList<CustomerPhone> Phones => _phones;

    /// <summary>Also those that are no longer used, since machines and old jobs name them.</summary>
    public IReadOnlyList<CustomerAddress> Addresses => _addresses;

    public DateTime ListedAt => CreatedAt;

    public Subject Subject => new(SubjectKind, Id);

    public void SetExternalCode(string? code) => (ExternalCode, ExternalKey) = (code, code ?? "#" + Number);

    /// <summary>True where something changed. A number that stands twice is kept once.</summary>
    public bool SetPhones(IReadOnlyList<(PhoneNumber Number, string? Label)> wanted, bool areConfirmed)
    {
        var numbers = wanted.Select(phone => phone.Number.E164).ToHashSet(StringComparer.Ordinal);
        var changed = _phones.RemoveAll(phone => !numbers.Contains(phone.Number)) > 0;
        var order = 0;
        foreach (var (number, label) in wanted.DistinctBy(phone => phone.Number.E164, StringComparer.Ordinal))
        {
            var standing = _phones.Find(phone => phone.Number == number.E164);
            if (standing is null)
            {
                standing = new CustomerPhone { CustomerId = Id, Number = number.E164, Kind = number.Kind, IsConfirmed = areConfirmed };
                _phones.Add(standing);
                changed = true;
            }

            changed |= standing.Order != order || standing.Label != label;
            (standing.Order, standing.Label) = (order++, label);
        }

        _phones.Sort((left, right) => left.Order.CompareTo(right.Order));
        return changed;
    }

    public CustomerAddress AddAddress()
    {
        var address = new CustomerAddress { CustomerId = Id, DivisionCode = "", Street = "" };
        _addresses.Add(address);
        return address;
    }

    public IReadOnlyCollection<(SearchField Field, string Text)> SearchTexts()
    {
        var texts = new List<(SearchField, string)> { (SearchField.Name, Name), (SearchField.Number, Number) };
        texts.AddRange(_phones.Select(phone => (SearchField.Phone, phone.Number)));
        if (ExternalCode is { } code)
        {
            texts.Add((SearchField.Number, code));
        }

        return texts;
    }
}
