using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.Devices.Imports;

/// <summary>Sends the commands of a plan, some customers at a time, within the running transaction.</summary>
internal sealed class ImportWriter(ISender sender, ISiteDb db, ICustomerReader customers, ImportDesk desk, IFailureText words)
{
    private const int Chunk = 10;

    /// <summary>Answers the rows that a use case refused; where there are any, or it fails because it was asked to stop, the caller must undo the whole.</summary>
    public async Task<Result<IReadOnlyList<RowProblem>>> WriteAsync(Import import, ImportPlan plan, CancellationToken cancellationToken)
    {
        var refused = new List<RowProblem>();
        var (id, principalId, done) = (import.Id, import.PrincipalId, 0);

        // What already stands as the file says is neither read nor written.
        var changes = plan.Customers.Where(customer => customer.Command is not null || customer.Machines.Any(machine => !machine.Exists)).ToList();
        try
        {
            foreach (var chunk in changes.Chunk(Chunk))
            {
                desk.Report(id, done, changes.Count);
                if (desk.IsToStop(id))
                {
                    return Failure.Conflict("devices.import-stopped");
                }

                await WriteAsync(principalId, chunk, refused, cancellationToken);
                await db.SaveAndForgetAsync(cancellationToken);
                done += chunk.Length;
            }
        }
        finally
        {
            desk.Stop(id);
        }

        return Result<IReadOnlyList<RowProblem>>.Success(refused);
    }

    private async Task WriteAsync(Guid principalId, PlannedCustomer[] chunk, List<RowProblem> refused, CancellationToken cancellationToken)
    {
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
            }
        }
    }

    private static RegisterMachine Register(Guid principalId, Guid customerId, PlannedMachine machine, SaveCustomer? standing)
    {
        var cells = machine.Cells;
        var places = standing?.Addresses ?? [];
        var place = machine.Address is { } written ? places.FirstOrDefault(written.IsAt) : places.Count == 1 ? places[0] : null;
        return new RegisterMachine(
            principalId, customerId, place?.AddressId, cells.ModelCode, cells.CategoryCode, cells.Serial, cells.SoldOn, cells.InstalledOn, null, cells.LitresPerDay, cells.SaleChannel, cells.Maker, cells.Note);
    }

    private RowProblem Problem(int line, Failure failure) => new(line, null, failure.Code)
    {
        Words = failure.Fields.Count > 0 ? string.Join(' ', failure.Fields.Select(words.Describe)) : words.Describe(failure),
    };
}
