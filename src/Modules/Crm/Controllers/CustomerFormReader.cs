using System.Globalization;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Crm.Pasting;
using ServicePlatform.Fields;

namespace ServicePlatform.Crm.Controllers;

/// <summary>Makes the command of a form, and brings what is wrong with the command back to the rows of the form.</summary>
internal sealed class CustomerFormReader(CustomerForm form, Customer? standing, AddressReader addresses)
{
    private readonly List<int> _phoneRows = [];
    private readonly List<int> _addressRows = [];

    public async Task<SaveCustomer> CommandAsync(CancellationToken cancellationToken) => new(
        form.Id,
        form.PrincipalId ?? Guid.Empty,
        form.Kind,
        form.Name ?? "",
        form.Gender,
        Phones(),
        await AddressesAsync(cancellationToken),
        form.Level,
        form.IsElderly,
        form.PreferredChannel,
        form.Note,
        form.HouseholdSize,
        form.ExternalCode,
        form.Version,
        CustomFieldInput.Whole(form.CustomFields));

    /// <summary>Rows that were empty or removed are not in the command, so its indexes differ from the form's.</summary>
    public Failure ToForm(Failure failure) => failure with
    {
        Fields = failure.Fields.Select(field => field with { Field = Map(Map(field.Field, "Phones", _phoneRows), "Addresses", _addressRows) }).ToList(),
    };

    private static string Map(string field, string list, List<int> rows)
    {
        var close = field.IndexOf(']', StringComparison.Ordinal);
        if (!field.StartsWith(list + "[", StringComparison.Ordinal) || close < 0
            || !int.TryParse(field.AsSpan(list.Length + 1, close - list.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= rows.Count)
        {
            return field;
        }

        return $"{list}[{rows[at]}]{field[(close + 1)..]}";
    }

    private List<PhoneInput> Phones()
    {
        var phones = new List<PhoneInput>();
        for (var at = 0; at < form.Phones.Count; at++)
        {
            var row = form.Phones[at];
            var number = row.Number.Blank() ?? standing?.Phones.FirstOrDefault(phone => phone.Id == row.Id)?.Number;
            if (row.Remove || number is null)
            {
                continue;
            }

            phones.Add(new PhoneInput(number, row.Label));
            _phoneRows.Add(at);
        }

        return phones;
    }

    private async Task<List<AddressInput>> AddressesAsync(CancellationToken cancellationToken)
    {
        var inputs = new List<AddressInput>();
        for (var at = 0; at < form.Addresses.Count; at++)
        {
            var row = form.Addresses[at];
            if (row.Remove || row.IsEmpty)
            {
                continue;
            }

            inputs.Add(await AddressAsync(row, cancellationToken));
            _addressRows.Add(at);
        }

        return inputs;
    }

    private async Task<AddressInput> AddressAsync(AddressRow row, CancellationToken cancellationToken)
    {
        var pasted = await PastedAsync(row, cancellationToken);
        var kept = row.Masked ? standing?.Addresses.FirstOrDefault(address => address.Id == row.Id) : null;
        var compound = pasted?.Compound ?? row.CompoundName.Blank();
        return new AddressInput(
            row.Id,
            pasted?.DivisionCode ?? row.DivisionCode ?? "",
            compound,
            pasted?.Street.Blank() ?? row.Street.Blank() ?? compound ?? "",
            pasted?.Detail ?? row.Detail.Blank() ?? kept?.Detail,
            row.Position ?? kept?.Position);
    }

    /// <summary>The pasted field; or the street, where somebody has put the whole address into it.</summary>
    private async Task<PastedAddress?> PastedAsync(AddressRow row, CancellationToken cancellationToken)
    {
        if (row.Whole.Blank() is { } whole)
        {
            var read = await addresses.ReadAsync(whole, cancellationToken);
            return read with { DivisionCode = read.DivisionCode ?? row.DivisionCode.Blank() };
        }

        return string.IsNullOrEmpty(row.DivisionCode) && row.Street.Blank() is { } street && addresses.NamesDivision(street)
            ? await addresses.ReadAsync(street, cancellationToken)
            : null;
    }
}
