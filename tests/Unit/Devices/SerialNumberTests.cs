using ServicePlatform.Devices.Machines;

namespace ServicePlatform.UnitTests.Devices;

public sealed class SerialNumberTests
{
    [Theory]
    [InlineData("aq600-2405-00017", "AQ600-2405-00017")]
    [InlineData("  SN: AQ600 2405 00017 ", "AQ600240500017")]
    [InlineData("S/N AQ12345", "AQ12345")]
    [InlineData("序列号：ＡＱ１２３４５", "AQ12345")]
    [InlineData("机身号 aq12345", "AQ12345")]
    [InlineData("Serial No. AQ12345", "AQ12345")]
    [InlineData("SN12345678", "SN12345678")]
    [InlineData("https://qr.example.com/p?m=600G&sn=aq12345", "AQ12345")]
    [InlineData("https://qr.example.com/p/AQ12345", "AQ12345")]
    public void Pasted_forms_are_understood(string pasted, string serial) => SerialNumber.Parse(pasted).ShouldBe(serial);

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("A1")]
    [InlineData("型号A")]
    [InlineData("AQ<script>")]
    [InlineData("=AQ123+1")]
    public void Others_are_refused(string? text) => SerialNumber.Parse(text).ShouldBeNull();

    [Fact]
    public void A_number_longer_than_the_column_is_refused() => SerialNumber.Parse(new string('7', 65)).ShouldBeNull();
}
