using ServicePlatform.Data.Files;
using ServicePlatform.Data.Files.Formats;

namespace ServicePlatform.UnitTests.Kernel.Files;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("安装照片.jpg", "安装照片.jpg")]
    [InlineData("C:\\Users\\张伟\\IMG_001.JPEG", "IMG_001.jpeg")]
    [InlineData("../../etc/passwd", "passwd.jpg")]
    [InlineData("page.html", "page.html.jpg")]
    [InlineData("gpj\u202Egpj.exe", "gpjgpj.exe.jpg")]
    [InlineData("a\r\nSet-Cookie: x.jpg", "aSet-Cookie_ x.jpg")]
    [InlineData("what?*<now>.jpg", "what___now_.jpg")]
    [InlineData("", "file.jpg")]
    [InlineData(null, "file.jpg")]
    [InlineData("..", "file.jpg")]
    [InlineData(".jpg", "file.jpg")]
    [InlineData("\uD83D", "file.jpg")]
    public void Are_safe_to_show_and_to_save_under(string? name, string expected) =>
        FileNames.Clean(name, new JpegFormat()).ShouldBe(expected);

    [Fact]
    public void Are_cut_between_characters_and_keep_their_end()
    {
        var name = FileNames.Clean(string.Concat(Enumerable.Repeat("😀", 150)) + ".png", new PngFormat());
        name.Length.ShouldBeLessThanOrEqualTo(200);
        name.ShouldBe(string.Concat(Enumerable.Repeat("😀", 98)) + ".png");
    }
}
