using NSubstitute;
using ServicePlatform.Commands;
using ServicePlatform.Devices.Imports;
using ServicePlatform.Fields;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.UnitTests.Devices.Imports;

public sealed class RowReaderTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Division Sanhe = new("131082", "三河市", "Sanhe", "131000", null, null);
    private static readonly ImportColumn[] Columns = Enum.GetValues<ImportColumn>();

    [Fact]
    public void A_full_row_is_understood()
    {
        var (row, problems) = Read(
            (ImportColumn.CustomerName, "张伟"),
            (ImportColumn.Phone, "138-0000-1234 / 010-88881234"),
            (ImportColumn.Gender, "男"),
            (ImportColumn.HouseholdSize, "3"),
            (ImportColumn.Address, "河北省廊坊市三河市燕郊镇学院大街12号"),
            (ImportColumn.Compound, "燕京航城"),
            (ImportColumn.Serial, "sn: qqr400-1"),
            (ImportColumn.ModelCode, "QQ-R400"),
            (ImportColumn.InstalledOn, "2025/6/1"),
            (ImportColumn.LitresPerDay, "7.5"));

        problems.ShouldBeEmpty();
        row!.Customer.Phones.ShouldBe(["+8613800001234", "+861088881234"]);
        row.Customer.Address.ShouldBe(new AddressCells("131082", "燕京航城", "燕郊镇学院大街12号", null));
        row.Machine!.Serial.ShouldBe("QQR400-1");
        row.Machine.InstalledOn.ShouldBe(new DateOnly(2025, 6, 1));
    }

    [Fact]
    public void A_row_without_machine_cells_names_no_machine() =>
        Read((ImportColumn.CustomerName, "张伟"), (ImportColumn.CustomerCode, "K-1")).Row!.Machine.ShouldBeNull();

    [Theory]
    [InlineData(ImportColumn.CustomerName, "", "name-missing")]
    [InlineData(ImportColumn.Phone, "", "phone-or-code")]
    [InlineData(ImportColumn.Phone, "12345", "phone")]
    [InlineData(ImportColumn.Gender, "x", "gender")]
    [InlineData(ImportColumn.HouseholdSize, "0", "number")]
    [InlineData(ImportColumn.DivisionCode, "999999", "division")]
    [InlineData(ImportColumn.DivisionCode, "131000", "county")]
    [InlineData(ImportColumn.Address, "某处", "county")]
    [InlineData(ImportColumn.SoldOn, "2099-01-01", "date")]
    [InlineData(ImportColumn.Serial, "?", "serial")]
    [InlineData(ImportColumn.LitresPerDay, "9999", "number")]
    [InlineData(ImportColumn.CustomerNote, "a\u202Eb", "characters")]
    public void A_wrong_cell_says_what_is_wrong(object column, string value, string code) =>
        Read((ImportColumn.CustomerName, "张伟"), (ImportColumn.Phone, "13800001234"), (ImportColumn.ModelCode, "R"), ((ImportColumn)column, value))
            .Problems.ShouldContain(problem => problem.Code == code);

    private static (ImportRow? Row, IReadOnlyList<RowProblem> Problems) Read(params (ImportColumn Column, string Value)[] cells)
    {
        var divisions = Substitute.For<IDivisions>();
        divisions.Find("131082").Returns(Sanhe);
        divisions.Find("131000").Returns(new Division("131000", "廊坊市", "Langfang", "130000", null, null));
        divisions.Children("131000").Returns([Sanhe]);
        divisions.Recognise(Arg.Any<string>()).Returns(call => call.Arg<string>().StartsWith("河北省廊坊市三河市", StringComparison.Ordinal) ? new DivisionMatch(Sanhe, call.Arg<string>()[9..]) : null);
        var values = cells.GroupBy(cell => cell.Column).ToDictionary(group => group.Key, group => group.Last().Value);
        var map = new ColumnMap(Columns.ToDictionary(column => column, column => (int)column));
        return new RowReader(map, divisions, Today, new Dictionary<string, CustomField>(StringComparer.Ordinal), Substitute.For<IFailureText>()).Read(new TableRow(2, [.. Columns.Select(column => values.GetValueOrDefault(column, ""))]));
    }
}
