using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Fields;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Phones;

namespace ServicePlatform.Devices.Imports;

/// <summary>Understands the cells of a row, and says of each cell that cannot be understood why.</summary>
internal sealed class RowReader(ColumnMap map, IDivisions divisions, DateOnly today, IReadOnlyDictionary<string, CustomField> fields, IFailureText words)
{
    private readonly List<RowProblem> _problems = [];
    private TableRow _row = new(0, []);

    /// <summary>The row, or what is wrong with it.</summary>
    public (ImportRow? Row, IReadOnlyList<RowProblem> Problems) Read(TableRow row)
    {
        _problems.Clear();
        _row = row;
        if (row.Cells.Any(CellText.IsHostile))
        {
            Refuse(null, "characters");
        }

        var customer = ReadCustomer();
        var machine = ReadMachine();
        return _problems.Count > 0 ? (null, [.. _problems]) : (new ImportRow(row.Line, customer!, machine), []);
    }

    private CustomerCells? ReadCustomer()
    {
        var code = Text(ImportColumn.CustomerCode, Lengths.Code);
        var name = Text(ImportColumn.CustomerName, Lengths.Name);
        if (name is null)
        {
            Refuse(ImportColumn.CustomerName, "name-missing");
        }

        var phones = new[] { ImportColumn.Phone, ImportColumn.OtherPhone }.SelectMany(ReadPhones).Distinct(StringComparer.Ordinal).ToList();
        if (code is null && phones.Count == 0)
        {
            Refuse(ImportColumn.Phone, "phone-or-code");
        }

        var size = Parsed(ImportColumn.HouseholdSize, CellText.Whole, "number", value => value is >= 1 and <= 10_000);
        var gender = Parsed(ImportColumn.Gender, CellText.Gender, "gender");
        var address = ReadAddress();
        var note = Text(ImportColumn.CustomerNote, Lengths.Text);
        var own = ReadFields(ColumnMap.OfCustomer);
        return name is null || (code is null && phones.Count == 0) ? null : new CustomerCells(code, name, gender, phones, size, address, note, own);
    }

    /// <summary>One cell may hold several numbers.</summary>
    private IEnumerable<string> ReadPhones(ImportColumn column)
    {
        foreach (var part in Value(column).Split(['/', ';', '；', '、', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (PhoneNumber.Parse(part) is { } phone)
            {
                yield return phone.E164;
            }
            else
            {
                Refuse(column, "phone", part);
            }
        }
    }

    private AddressCells? ReadAddress()
    {
        var (code, written) = (Value(ImportColumn.DivisionCode), Text(ImportColumn.Address, Lengths.Address));
        if (code.Length == 0 && written is null)
        {
            return null;
        }

        if (code.Length > 0 && divisions.Find(code) is null && divisions.Recognise(code) is null)
        {
            Refuse(ImportColumn.DivisionCode, "division", code);
            return null;
        }

        var recognised = written is null ? null : divisions.Recognise(written);
        var division = code.Length > 0 ? divisions.Find(code) ?? divisions.Recognise(code)!.Division : recognised?.Division;
        if (division is null || !IsCounty(division))
        {
            Refuse(code.Length > 0 ? ImportColumn.DivisionCode : ImportColumn.Address, "county", code.Length > 0 ? code : written!);
            return null;
        }

        var street = recognised is null ? written : recognised.Rest.Trim();
        if (string.IsNullOrEmpty(street))
        {
            Refuse(ImportColumn.Address, "street");
            return null;
        }

        return new AddressCells(division.Code, Text(ImportColumn.Compound, Lengths.Name), street, Text(ImportColumn.AddressDetail, Lengths.Name));
    }

    /// <summary>A county, or a city that has townships but no districts.</summary>
    private bool IsCounty(Division division) =>
        division.Code.Length > 6 || !division.Code.EndsWith("00", StringComparison.Ordinal) || divisions.Children(division.Code).All(child => child.Code.Length > 6);

    private MachineCells? ReadMachine()
    {
        var own = ReadFields(ColumnMap.OfMachine);
        if (own is null && map.Places.Keys.Where(column => column >= ImportColumn.Serial).All(column => Value(column).Length == 0))
        {
            return null;
        }

        var serial = Parsed(ImportColumn.Serial, SerialNumber.Parse, "serial");
        var model = Text(ImportColumn.ModelCode, Lengths.Code);
        var category = Text(ImportColumn.CategoryCode, Lengths.Code);
        if (model is null && category is null)
        {
            Refuse(ImportColumn.ModelCode, "model-or-category");
        }

        return new MachineCells(
            serial,
            model,
            category,
            Text(ImportColumn.Maker, Lengths.Name),
            Day(ImportColumn.SoldOn),
            Parsed(ImportColumn.SaleChannel, CellText.Channel, "channel") ?? Contracts.SaleChannel.Unknown,
            Day(ImportColumn.InstalledOn),
            Parsed(ImportColumn.LitresPerDay, CellText.Number, "number", value => value is >= MachineRules.LeastLitresPerDay and <= MachineRules.MostLitresPerDay),
            Text(ImportColumn.MachineNote, Lengths.Text),
            own);
    }

    /// <summary>Null where no cell says anything.</summary>
    private Dictionary<string, string?>? ReadFields(string kind)
    {
        Dictionary<string, string?>? read = null;
        foreach (var (code, place) in map.FieldsOf(kind))
        {
            var typed = ColumnMap.Cell(_row.Cells, place);
            if (typed.Length == 0 || !fields.TryGetValue(kind + code, out var field))
            {
                continue;
            }

            var value = CustomFieldText.Read(field, typed);
            if (value.Succeeded)
            {
                (read ??= new(StringComparer.Ordinal))[code] = value.Value;
            }
            else
            {
                _problems.Add(new RowProblem(_row.Line, null, value.Failure.Fields[0].Code) { Words = string.Join(' ', value.Failure.Fields.Select(words.Describe)) });
            }
        }

        return read;
    }

    private DateOnly? Day(ImportColumn column) => Parsed(column, CellText.Date, "date", day => day <= today && day.Year >= 1980);

    private string Value(ImportColumn column) => map.Value(_row.Cells, column);

    /// <summary>Null for an empty cell.</summary>
    private string? Text(ImportColumn column, int maximum)
    {
        var value = Value(column);
        if (value.Length > maximum)
        {
            Refuse(column, "too-long", maximum);
        }

        return value.Length == 0 ? null : value;
    }

    private T? Parsed<T>(ImportColumn column, Func<string, T?> parse, string code, Func<T, bool>? fits = null)
        where T : struct
    {
        var value = Value(column);
        var parsed = value.Length == 0 ? null : parse(value);
        if (value.Length > 0 && (parsed is null || fits?.Invoke(parsed.Value) == false))
        {
            Refuse(column, code, value);
        }

        return parsed;
    }

    private string? Parsed(ImportColumn column, Func<string, string?> parse, string code)
    {
        var value = Value(column);
        var parsed = value.Length == 0 ? null : parse(value);
        if (value.Length > 0 && parsed is null)
        {
            Refuse(column, code, value);
        }

        return parsed;
    }

    private void Refuse(ImportColumn? column, string code, params object[] arguments) => _problems.Add(new RowProblem(_row.Line, column, code, arguments));
}
