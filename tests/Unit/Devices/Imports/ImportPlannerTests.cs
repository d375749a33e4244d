using ServicePlatform.Crm.Contracts;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Imports;

namespace ServicePlatform.UnitTests.Devices.Imports;

public sealed class ImportPlannerTests
{
    private static readonly Guid Principal = Guid.NewGuid();
    private static readonly Guid Zhang = Guid.NewGuid();

    [Fact]
    public void An_unknown_customer_with_a_machine_is_created()
    {
        var plan = Plan(Known(), Row(2, serial: "AQ1"));

        plan.Problems.ShouldBeEmpty();
        plan.CustomersCreated.ShouldBe(1);
        plan.MachinesCreated.ShouldBe(1);
        plan.Customers[0].Command!.Phones.Single().Number.ShouldBe("+8613800001234");
        plan.Customers[0].Machines[0].Cells.ModelCode.ShouldBe("R400");
    }

    [Fact]
    public void Rows_of_one_customer_are_one_customer_with_all_machines()
    {
        var plan = Plan(Known(), Row(2, serial: "AQ1"), Row(3, serial: "AQ2"));

        plan.Customers.Single().Lines.ShouldBe([2, 3]);
        plan.MachinesCreated.ShouldBe(2);
    }

    [Fact]
    public void The_same_file_again_changes_nothing()
    {
        var known = Known() with
        {
            Customers = new Dictionary<string, Guid>(StringComparer.Ordinal) { ["p:+8613800001234|张伟"] = Zhang },
            Standing = new Dictionary<Guid, SaveCustomer> { [Zhang] = Standing() },
            OwnersBySerial = new Dictionary<string, Guid>(StringComparer.Ordinal) { ["AQ1"] = Zhang },
            Traits = new Dictionary<Guid, IReadOnlySet<string>> { [Zhang] = new HashSet<string>(StringComparer.Ordinal) { MachineCells.TraitsOf("R400", null, null, null) } },
        };

        var plan = Plan(known, Row(2, serial: "AQ1"), Row(3, serial: null));

        plan.Problems.ShouldBeEmpty();
        plan.Customers.Single().Outcome.ShouldBe(RowOutcome.Keep);
        plan.MachinesCreated.ShouldBe(0);
    }

    [Fact]
    public void What_the_file_adds_is_added_and_nothing_is_taken_away()
    {
        var known = Known() with
        {
            Customers = new Dictionary<string, Guid>(StringComparer.Ordinal) { ["p:+8613800001234|张伟"] = Zhang },
            Standing = new Dictionary<Guid, SaveCustomer> { [Zhang] = Standing() },
        };
        var row = Row(2, serial: null) with { Machine = null };
        row = row with { Customer = row.Customer with { Phones = ["+8613800001234", "+8613900009999"], HouseholdSize = 4, Address = new("110105", "望京花园", "阜通东大街1号", "2号楼") } };

        var command = Plan(known, row).Customers.Single().Command!;

        command.Phones.Select(phone => phone.Number).ShouldBe(["+8613800001234", "+8613900009999"]);
        command.Phones[0].Label.ShouldBe("本人");
        command.Note.ShouldBe("老客户");
        command.HouseholdSize.ShouldBe(4);
        command.Addresses.Count.ShouldBe(1);
        command.Version.ShouldBe(7);
    }

    [Theory]
    [InlineData("AQ1", "AQ1", "serial-twice")]
    [InlineData(null, null, "twin")]
    public void Two_rows_for_one_machine_are_refused(string? first, string? second, string code)
    {
        var plan = Plan(Known(), Row(2, first), Row(3, second));

        plan.Problems.Single().Code.ShouldBe(code);
        plan.Problems.Single().Line.ShouldBe(3);
        plan.Customers.Single().Lines.ShouldBe([2]);
    }

    [Fact]
    public void A_serial_of_somebody_else_an_unknown_model_and_another_name_are_refused()
    {
        var known = Known() with { OwnersBySerial = new Dictionary<string, Guid>(StringComparer.Ordinal) { ["AQ9"] = Guid.NewGuid() } };
        var coded = Row(4, serial: null) with { Machine = null };
        var plan = Plan(
            known,
            Row(2, serial: "AQ9"),
            Row(3, serial: "AQ3", model: "X9"),
            coded with { Customer = coded.Customer with { Code = "K1" } },
            coded with { Line = 5, Customer = coded.Customer with { Code = "K1", Name = "李静" } });

        plan.Problems.Select(problem => (problem.Line, problem.Code)).ShouldBe([(2, "serial-taken"), (3, "model-unknown"), (5, "name-differs")]);
        plan.Customers.Single().Lines.ShouldBe([4]);
    }

    [Fact]
    public void Rows_that_a_use_case_refused_before_are_left_out()
    {
        var plan = new ImportPlanner(Principal, Known()).Plan([Row(2, "AQ1"), Row(3, "AQ2")], [new RowProblem(3, null, "x")]);

        plan.Customers.Single().Lines.ShouldBe([2]);
        plan.RowsRefused.ShouldBe(1);
    }

    private static ImportPlan Plan(KnownThings known, params ImportRow[] rows) => new ImportPlanner(Principal, known).Plan(rows, []);

    private static ImportRow Row(int line, string? serial, string model = "r400") => new(
        line,
        new CustomerCells(null, "张伟", null, ["+8613800001234"], null, null, null),
        new MachineCells(serial, model, null, null, null, SaleChannel.Unknown, null, null, null));

    private static SaveCustomer Standing() => new(
        Zhang, Principal, CustomerKind.Person, "张伟", Gender.Male, [new PhoneInput("+8613800001234", "本人")], [], Note: "老客户", Version: 7);

    private static KnownThings Known() => new(
        new Dictionary<string, Guid>(StringComparer.Ordinal),
        new HashSet<string>(StringComparer.Ordinal),
        new Dictionary<Guid, SaveCustomer>(),
        new Dictionary<string, Guid>(StringComparer.Ordinal),
        new Dictionary<Guid, IReadOnlySet<string>>(),
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["R400"] = "R400" },
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["净水器"] = "water-purifier" });
}
