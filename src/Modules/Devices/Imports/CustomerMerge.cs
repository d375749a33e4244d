using ServicePlatform.Crm.Contracts;
using ServicePlatform.Fields;
using ServicePlatform.Phones;

namespace ServicePlatform.Devices.Imports;

/// <summary>Puts what a file says of a customer to what is known of him: it adds and corrects, it never takes away.</summary>
internal static class CustomerMerge
{
    /// <summary>Rows about one customer as one: of each fact the first that says it, of phones all.</summary>
    public static CustomerCells Together(IReadOnlyList<CustomerCells> rows) => rows[0] with
    {
        Gender = rows.Select(row => row.Gender).FirstOrDefault(gender => gender is not null),
        HouseholdSize = rows.Select(row => row.HouseholdSize).FirstOrDefault(size => size is not null),
        Address = rows.Select(row => row.Address).FirstOrDefault(address => address is not null),
        Note = rows.Select(row => row.Note).FirstOrDefault(note => note is not null),
        Fields = Together(rows.Select(row => row.Fields)),
        Phones = [.. rows.SelectMany(row => row.Phones).Distinct(StringComparer.Ordinal)],
    };

    /// <summary>The command that brings him to what the file says; null where he stands so already.</summary>
    /// <param name="standing">Null for a new customer.</param>
    /// <param name="addresses">All that the file names.</param>
    /// <param name="standingFields">Values of the site's own fields as they stand, by code.</param>
    public static SaveCustomer? Into(Guid principalId, SaveCustomer? standing, CustomerCells cells, IReadOnlyList<AddressCells> addresses, IReadOnlyDictionary<string, string>? standingFields = null)
    {
        var before = standing ?? new SaveCustomer(null, principalId, CustomerKind.Person, cells.Name, Gender.Unknown, [], []);
        var newPhones = cells.Phones.Where(phone => before.Phones.All(known => PhoneNumber.Parse(known.Number)?.E164 != phone)).ToList();
        var newAddresses = addresses.Distinct().Where(address => !before.Addresses.Any(address.IsAt)).ToList();
        var merged = before with
        {
            Name = cells.Name,
            Gender = cells.Gender ?? before.Gender,
            HouseholdSize = cells.HouseholdSize ?? before.HouseholdSize,
            Note = cells.Note ?? before.Note,
            ExternalCode = cells.Code ?? before.ExternalCode,
            CustomFields = Changed(cells.Fields, standingFields) is { Count: > 0 } changed ? CustomFieldInput.Some(changed) : null,
            Phones = newPhones.Count == 0 ? before.Phones : [.. before.Phones, .. newPhones.Select(phone => new PhoneInput(phone))],
            Addresses = newAddresses.Count == 0 ? before.Addresses : [.. before.Addresses, .. newAddresses.Select(address => address.ToInput())],
        };

        // The lists are the same objects where nothing was added, so that the records compare by value.
        return standing is not null && merged == standing ? null : merged;
    }

    /// <summary>Of each field the first row that says it.</summary>
    private static Dictionary<string, string?>? Together(IEnumerable<IReadOnlyDictionary<string, string?>?> rows)
    {
        Dictionary<string, string?>? all = null;
        foreach (var (code, value) in rows.OfType<IReadOnlyDictionary<string, string?>>().SelectMany(row => row))
        {
            (all ??= new(StringComparer.Ordinal)).TryAdd(code, value);
        }

        return all;
    }

    private static Dictionary<string, string?> Changed(IReadOnlyDictionary<string, string?>? cells, IReadOnlyDictionary<string, string>? standing) =>
        (cells ?? new Dictionary<string, string?>(StringComparer.Ordinal)).Where(pair => standing?.GetValueOrDefault(pair.Key) != pair.Value).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
}
