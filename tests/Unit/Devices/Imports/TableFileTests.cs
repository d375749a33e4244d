using System.Text;
using ServicePlatform.Devices.Imports;

namespace ServicePlatform.UnitTests.Devices.Imports;

public sealed class TableFileTests
{
    private const string Table = "姓名,电话,地址\r\n张伟,13800001234,\"学院大街12号, 3号楼\"\r\n\r\n李静,13900001234,\r\n";

    [Fact]
    public void Utf8_with_and_without_its_mark_and_GB18030_read_alike()
    {
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        byte[][] files = [Encoding.UTF8.GetBytes(Table), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Table)], gb.GetBytes(Table)];

        foreach (var read in files.Select(TableFile.Read))
        {
            read.Value.Headers.ShouldBe(["姓名", "电话", "地址"]);
            read.Value.Rows.Select(row => row.Line).ShouldBe([2, 4]);
            read.Value.Rows[0].Cells.ShouldBe(["张伟", "13800001234", "学院大街12号, 3号楼"]);
        }

        TableFile.Read(files[2]).Value.Encoding.ShouldBe("GB18030");
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void The_delimiter_is_found(char delimiter)
    {
        var read = TableFile.Read(Encoding.UTF8.GetBytes($"name{delimiter}phone\nA, B{(delimiter == ',' ? "" : delimiter)}1\n"));

        read.Value.Delimiter.ShouldBe(delimiter);
    }

    [Theory]
    [InlineData("", "devices.import-empty")]
    [InlineData("姓名,电话", "devices.import-empty")]
    [InlineData("只有一列\n张伟", "devices.import-no-columns")]
    [InlineData("姓名,电话\n\"张伟,138", "devices.import-quotes")]
    public void What_is_no_table_is_refused_with_the_reason(string text, string code) =>
        TableFile.Read(Encoding.UTF8.GetBytes(text)).Failure!.Fields.Single().Code.ShouldBe(code);

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        TableFile.Read([0xFF, 0xFE, 0x00, 0x80, 0xFF, 0xFF]).Failure!.Fields.Single().Code.ShouldBe("devices.import-encoding");

    [Fact]
    public void A_hundred_thousand_rows_are_read_and_one_more_is_refused()
    {
        var text = new StringBuilder("姓名,电话\n");
        for (var row = 0; row < TableFile.MostRows; row++)
        {
            text.Append("客户").Append(row).Append(",13800000000\n");
        }

        TableFile.Read(Encoding.UTF8.GetBytes(text.ToString())).Value.Rows.Count.ShouldBe(TableFile.MostRows);
        TableFile.Read(Encoding.UTF8.GetBytes(text.Append("多余,1\n").ToString())).Failure!.Fields.Single().Code.ShouldBe("devices.import-too-long");
    }

    [Theory]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+8613800001234", "'+8613800001234")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("＝1", "'＝1")]
    [InlineData("张伟", "张伟")]
    [InlineData("", "")]
    public void Cells_that_would_run_become_text(string cell, string inert) => ProblemFile.Inert(cell).ShouldBe(inert);
}
