namespace ServicePlatform.Devices.Imports;

/// <summary>Decides from the rows of a file and what is known what an import does. Changes nothing.</summary>
internal sealed class ImportPlanner(Guid principalId, KnownThings known)
{
    private readonly List<RowProblem> _problems = [];
    private readonly Dictionary<string, int> _serials = new(StringComparer.Ordinal);
    private readonly HashSet<string> _twins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Name, int Line)> _names = new(StringComparer.Ordinal);

    /// <param name="refused">Lines that are left out because a use case refused them before.</param>
    public ImportPlan Plan(IEnumerable<ImportRow> rows, IReadOnlyCollection<RowProblem> refused)
    {
        var left = refused.Select(problem => problem.Line).ToHashSet();
        _problems.AddRange(refused);
        var good = rows.Where(row => !left.Contains(row.Line)).Select(Check).OfType<ImportRow>().ToList();
        var customers = good.GroupBy(row => row.Customer.Key, StringComparer.Ordinal).Select(group => Plan([.. group])).ToList();
        return new ImportPlan(customers, [.. _problems.OrderBy(problem => problem.Line)]);
    }

    private PlannedCustomer Plan(IReadOnlyList<ImportRow> rows)
    {
        var existing = known.Customers.TryGetValue(rows[0].Customer.Key, out var id) ? id : (Guid?)null;
        var cells = CustomerMerge.Together([.. rows.Select(row => row.Customer)]);
        var command = CustomerMerge.Into(principalId, existing is { } standing ? known.Standing[standing] : null, cells, [.. rows.Select(row => row.Customer.Address).OfType<AddressCells>()], existing is { } one ? known.Fields?.GetValueOrDefault(one) : null);
        return new PlannedCustomer(
            existing,
            command,
            cells,
            [.. rows.Select(row => row.Line)],
            [.. rows.Where(row => row.Machine is not null).Select(row => new PlannedMachine(row.Line, row.Machine!, row.Customer.Address, Exists(row.Machine!, existing)))]);
    }

    /// <summary>The row with its model and category as codes; null, and a problem, where it cannot be taken.</summary>
    private ImportRow? Check(ImportRow row)
    {
        var before = _problems.Count;
        CheckCustomer(row);
        var machine = row.Machine is null ? null : CheckMachine(row, row.Machine);
        return _problems.Count == before ? row with { Machine = machine } : null;
    }

    private void CheckCustomer(ImportRow row)
    {
        var key = row.Customer.Key;
        if (known.Ambiguous.Contains(key))
        {
            Refuse(row, ImportColumn.CustomerName, "ambiguous");
        }

        if (!_names.TryAdd(key, (row.Customer.Name, row.Line)) && _names[key].Name != row.Customer.Name)
        {
            Refuse(row, ImportColumn.CustomerName, "name-differs", _names[key].Name, _names[key].Line);
        }
    }

    private MachineCells CheckMachine(ImportRow row, MachineCells machine)
    {
        var model = Code(row, ImportColumn.ModelCode, machine.ModelCode, known.Models, "model-unknown");
        var category = model is null ? Code(row, ImportColumn.CategoryCode, machine.CategoryCode, known.Categories, "category-unknown") : null;
        var resolved = machine with { ModelCode = model, CategoryCode = category };
        if (machine.Serial is { } serial)
        {
            CheckSerial(row, serial);
        }
        else if (!_twins.Add(row.Customer.Key + "|" + resolved.Traits))
        {
            Refuse(row, ImportColumn.Serial, "twin");
        }

        return resolved;
    }

    private void CheckSerial(ImportRow row, string serial)
    {
        if (!_serials.TryAdd(serial, row.Line))
        {
            Refuse(row, ImportColumn.Serial, "serial-twice", serial, _serials[serial]);
        }
        else if (known.OwnersBySerial.TryGetValue(serial, out var owner) && (!known.Customers.TryGetValue(row.Customer.Key, out var customer) || customer != owner))
        {
            Refuse(row, ImportColumn.Serial, "serial-taken", serial);
        }
    }

    private string? Code(ImportRow row, ImportColumn column, string? written, IReadOnlyDictionary<string, string> codes, string problem)
    {
        if (written is null)
        {
            return null;
        }

        if (codes.TryGetValue(written, out var code))
        {
            return code;
        }

        Refuse(row, column, problem, written);
        return null;
    }

    private bool Exists(MachineCells machine, Guid? customer) =>
        machine.Serial is { } serial
            ? known.OwnersBySerial.ContainsKey(serial)
            : customer is { } id && known.Traits.TryGetValue(id, out var traits) && traits.Contains(machine.Traits);

    private void Refuse(ImportRow row, ImportColumn column, string code, params object[] arguments) => _problems.Add(new RowProblem(row.Line, column, code, arguments));
}
