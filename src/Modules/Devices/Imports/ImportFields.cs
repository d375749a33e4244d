using ServicePlatform.Devices.Machines;
using ServicePlatform.Fields;

namespace ServicePlatform.Devices.Imports;

/// <summary>The site's own fields that a file may hold, by what their columns mean: <c>customer.contract_no</c>.</summary>
internal sealed class ImportFields(ICustomFields fields)
{
    public async Task<IReadOnlyDictionary<string, CustomField>> ListAsync(Guid principalId, CancellationToken cancellationToken)
    {
        var ofCustomers = await fields.ListAsync(MachineGrants.CustomerKind, principalId, cancellationToken);
        var ofMachines = await fields.ListAsync(Machine.Kind, principalId, cancellationToken);
        return ofCustomers.Select(field => (Meaning: ColumnMap.OfCustomer + field.Code, field)).Concat(ofMachines.Select(field => (Meaning: ColumnMap.OfMachine + field.Code, field)))
            .ToDictionary(pair => pair.Meaning, pair => pair.field, StringComparer.Ordinal);
    }

    /// <summary>Stored values of customers, by customer and code.</summary>
    public Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>> OfCustomersAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        fields.ValuesAsync(MachineGrants.CustomerKind, ids, cancellationToken);
}
