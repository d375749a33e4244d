using ServicePlatform.Crm.Contracts;

namespace ServicePlatform.Devices.Imports;

internal enum RowOutcome
{
    Create,
    Change,

    /// <summary>Already there as the file says.</summary>
    Keep,
    Refuse,
}

/// <summary>What an import would do.</summary>
/// <param name="Customers">In the order of the file.</param>
internal sealed record ImportPlan(IReadOnlyList<PlannedCustomer> Customers, IReadOnlyList<RowProblem> Problems)
{
    /// <summary>Those of whom something is written; who stands as the file says is neither read nor written.</summary>
    public IReadOnlyList<PlannedCustomer> Changes { get; } = [.. Customers.Where(customer => customer.Command is not null || customer.Machines.Any(machine => !machine.Exists))];

    public int CustomersCreated => Customers.Count(customer => customer.Outcome == RowOutcome.Create);

    public int CustomersChanged => Customers.Count(customer => customer.Outcome == RowOutcome.Change);

    public int MachinesCreated => Customers.Sum(customer => customer.Machines.Count(machine => !machine.Exists));

    public int RowsRefused => Problems.Select(problem => problem.Line).Distinct().Count();
}

/// <param name="Command">What is sent; null where nothing changes.</param>
/// <param name="ExistingId">Null for a new customer.</param>
internal sealed record PlannedCustomer(Guid? ExistingId, SaveCustomer? Command, CustomerCells Cells, IReadOnlyList<int> Lines, IReadOnlyList<PlannedMachine> Machines)
{
    public RowOutcome Outcome => ExistingId is null ? RowOutcome.Create : Command is null ? RowOutcome.Keep : RowOutcome.Change;
}

/// <param name="Address">Where it stands, as its row says.</param>
/// <param name="Exists">True where the customer has it already; it is left as it is.</param>
internal sealed record PlannedMachine(int Line, MachineCells Cells, AddressCells? Address, bool Exists);
