using System.Globalization;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Devices.Imports;
using ServicePlatform.Devices.Machines;

namespace ServicePlatform.Devices.Exports;

/// <summary>A machine with the codes by which an import names it.</summary>
internal sealed record ExportedMachine(Machine Machine, string? ModelCode, string? CategoryCode);

/// <summary>Rows of a customer as an import reads them: one for each machine, and one for each address without a machine.</summary>
internal static class ExportRows
{
    public static IEnumerable<(SaveCustomer Customer, AddressInput? Address, ExportedMachine? Machine)> Of(SaveCustomer customer, IReadOnlyList<ExportedMachine> machines)
    {
        var used = machines.Select(machine => machine.Machine.AddressId).OfType<Guid>().ToHashSet();
        foreach (var machine in machines)
        {
            yield return (customer, customer.Addresses.FirstOrDefault(address => address.AddressId == machine.Machine.AddressId), machine);
        }

        foreach (var address in customer.Addresses.Where(address => address.AddressId is not { } id || !used.Contains(id)))
        {
            yield return (customer, address, null);
        }

        if (machines.Count == 0 && customer.Addresses.Count == 0)
        {
            yield return (customer, null, null);
        }
    }

    public static string Cell(ImportColumn column, string number, SaveCustomer customer, AddressInput? address, ExportedMachine? machine) => (column switch
    {
        // An import must know who is meant; where a phone says it, the number of this site would only become a foreign code in the next one.
        ImportColumn.CustomerCode => customer.ExternalCode ?? (customer.Phones.Count == 0 ? number : null),
        ImportColumn.CustomerName => customer.Name,
        ImportColumn.Gender => customer.Gender switch { Gender.Male => "男", Gender.Female => "女", _ => null },
        ImportColumn.Phone => customer.Phones.Count > 0 ? customer.Phones[0].Number : null,
        ImportColumn.OtherPhone => string.Join('/', customer.Phones.Skip(1).Select(phone => phone.Number)),
        ImportColumn.HouseholdSize => customer.HouseholdSize?.ToString(CultureInfo.InvariantCulture),
        ImportColumn.DivisionCode => address?.DivisionCode,
        ImportColumn.Address => address?.Street,
        ImportColumn.Compound => address?.CompoundName,
        ImportColumn.AddressDetail => address?.Detail,
        ImportColumn.CustomerNote => customer.Note,
        ImportColumn.Serial => machine?.Machine.Serial,
        ImportColumn.ModelCode => machine?.ModelCode,
        ImportColumn.CategoryCode => machine is { ModelCode: null } ? machine.CategoryCode : null,
        ImportColumn.Maker => machine?.Machine.Maker,
        ImportColumn.SoldOn => Day(machine?.Machine.SoldOn),
        ImportColumn.SaleChannel => machine?.Machine.SaleChannel is { } channel and not Contracts.SaleChannel.Unknown ? channel.ToString() : null,
        ImportColumn.InstalledOn => Day(machine?.Machine.InstalledOn),
        ImportColumn.LitresPerDay => machine?.Machine.LitresPerDay?.ToString("R", CultureInfo.InvariantCulture),
        ImportColumn.MachineNote => machine?.Machine.Note,
        _ => null,
    }) ?? "";

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
