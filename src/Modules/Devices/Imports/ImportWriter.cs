using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Fields;

namespace ServicePlatform.Devices.Imports;

/// <summary>Sends the commands of some planned customers within the running transaction.</summary>
internal sealed class ImportWriter(ISiteDb db, ISender sender, ICustomerReader customers, IFailureText words)
{
    /// <summary>Rows were refused while they were written; the others of the chunk are written without them.</summary>
    public const string RowsRefused = "devices.import-rows-refused";

    /// <summary>Answers the rows that a use case refused; where there are any the caller must undo the whole.</summary>
    public async Task<IReadOnlyList<RowProblem>> WriteAsync(Guid principalId, PlannedCustomer[] chunk, CancellationToken cancellationToken)
    {
        var refused = new List<RowProblem>();
        var ids = new Dictionary<PlannedCustomer, Guid>(ReferenceEqualityComparer.Instance);
        foreach (var customer in chunk)
        {
            var saved = customer.Command is null ? customer.ExistingId!.Value : await sender.SendAsync(customer.Command, cancellationToken);
            if (saved.Succeeded)
            {
                ids[customer] = saved.Value;
            }
            else
            {
                refused.AddRange(customer.Lines.Select(line => Problem(line, saved.Failure)));
            }

            // Each save looks at all that is tracked, and nobody needs these rows again.
            await db.SaveAndForgetAsync(cancellationToken);
        }

        var standing = await customers.AsTheyStandAsync([.. ids.Where(pair => pair.Key.Machines.Any(machine => !machine.Exists)).Select(pair => pair.Value)], cancellationToken);
        foreach (var (customer, id) in ids)
        {
            foreach (var machine in customer.Machines.Where(machine => !machine.Exists))
            {
                var registered = await sender.SendAsync(Register(principalId, id, machine, standing.GetValueOrDefault(id)), cancellationToken);
                if (!registered.Succeeded)
                {
                    refused.Add(Problem(machine.Line, registered.Failure));
                }

                await db.SaveAndForgetAsync(cancellationToken);
            }
        }

        return refused;
    }

    private static RegisterMachine Register(Guid principalId, Guid customerId, PlannedMachine machine, SaveCustomer? standing)
    {
        var cells = machine.Cells;
        var places = standing?.Addresses ?? [];
        var place = machine.Address is { } written ? places.FirstOrDefault(written.IsAt) : places.Count == 1 ? places[0] : null;
        return new RegisterMachine(
            principalId, customerId, place?.AddressId, cells.ModelCode, cells.CategoryCode, cells.Serial, cells.SoldOn, cells.InstalledOn, null, cells.LitresPerDay, cells.SaleChannel, cells.Maker, cells.Note, null, cells.Fields is null ? null : CustomFieldInput.Some(cells.Fields));
    }

    private RowProblem Problem(int line, Failure failure) => new(line, null, failure.Code)
    {
        Words = failure.Fields.Count > 0 ? string.Join(' ', failure.Fields.Select(words.Describe)) : words.Describe(failure),
    };
}
