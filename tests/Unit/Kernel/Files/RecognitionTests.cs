using System.Text;
using ServicePlatform.Data.Files.Formats;
using ServicePlatform.Files;

namespace ServicePlatform.UnitTests.Kernel.Files;

public sealed class RecognitionTests
{
    private static readonly IReadOnlyList<string> All = ["image/jpeg", "image/png", "image/webp", "application/pdf", "text/csv"];

    [Fact]
    public void Goes_by_content_and_by_what_is_allowed()
    {
        TypeOf(Pictures.Jpeg()).ShouldBe("image/jpeg");
        TypeOf(Pictures.Png()).ShouldBe("image/png");
        TypeOf(Pictures.Webp()).ShouldBe("image/webp");
        TypeOf("%PDF-1.7\n...\n%%EOF\n"u8.ToArray()).ShouldBe("application/pdf");
        TypeOf("姓名,电话\r\n张伟,13800001234"u8.ToArray()).ShouldBe("text/csv");
        FileFormats.Recognise(Pictures.Jpeg(), FileRules.Signature.ContentTypes).ShouldBeNull();
    }

    [Theory]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("\uFEFF \n<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("name\0phone")]
    [InlineData("name\u001B[31m")]
    [InlineData("MZ\u0090\0\u0003")]
    [InlineData("GIF89a\u0001\0")]
    [InlineData("%PDF-1.7 without an end")]
    public void Refuses_what_could_run(string content)
    {
        var isPdf = content.StartsWith("%PDF", StringComparison.Ordinal);
        FileFormats.Recognise(Encoding.UTF8.GetBytes(content), isPdf ? ["application/pdf"] : All).ShouldBeNull();
    }

    [Fact]
    public void Takes_tables_as_Chinese_spreadsheets_write_them()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("姓名,地址\r\n张伟民,北京市朝阳区");
        TypeOf(bytes).ShouldBe("text/csv");
        TypeOf([.. bytes, 0xFF, 0xFF]).ShouldBeNull();
    }

    [Fact]
    public void Never_fails_on_damaged_content()
    {
        var random = new Random(20261122);
        byte[][] samples =
        [
            Pictures.Jpeg(Pictures.Exif(6, isLittle: true), Pictures.Exif(3, isLittle: false)), Pictures.Png(Pictures.Chunk("tEXt", [1])), Pictures.Webp(),
        ];
        for (var round = 0; round < 30_000; round++)
        {
            var bytes = (byte[])samples[round % samples.Length].Clone();
            for (var damage = random.Next(1, 6); damage > 0; damage--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var cut = bytes.AsMemory(0, random.Next(4) == 0 ? random.Next(bytes.Length) : bytes.Length);
            if (FileFormats.Recognise(cut, All) is { } clean)
            {
                // What was cleaned once is clean.
                FileFormats.Recognise(clean.Bytes, All).ShouldNotBeNull().Bytes.ToArray().ShouldBe(clean.Bytes.ToArray());
            }
        }
    }

    private static string? TypeOf(byte[] content) => FileFormats.Recognise(content, All)?.Format.ContentType;
}
