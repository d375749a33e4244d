using System.Text;
using ServicePlatform.Data.Files.Formats;

namespace ServicePlatform.UnitTests.Kernel.Files;

public sealed class JpegFormatTests
{
    private readonly JpegFormat _format = new();

    [Fact]
    public void Leaves_a_plain_picture_as_it_is()
    {
        var picture = Pictures.Jpeg(Pictures.Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), Pictures.Segment(0xDB, new byte[65]));
        Clean(picture).ShouldBe(picture);
    }

    [Fact]
    public void Removes_what_tells_of_place_and_device()
    {
        var picture = Pictures.Jpeg(
            Pictures.Exif(1, isLittle: true),
            Pictures.Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0SECRET"u8.ToArray()),
            Pictures.Segment(0xED, "Photoshop 3.0\0SECRET"u8.ToArray()),
            Pictures.Segment(0xE2, "MPF\0SECRET"u8.ToArray()),
            Pictures.Segment(0xFE, "SECRET"u8.ToArray()));
        Clean(picture).ShouldBe(Pictures.Jpeg());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Keeps_the_orientation_and_nothing_else_of_the_exif_data(bool isLittle)
    {
        var clean = Clean(Pictures.Jpeg(Pictures.Exif(6, isLittle))).ShouldNotBeNull();
        Encoding.Latin1.GetString(clean).ShouldNotContain("SECRET");
        var segment = clean.AsSpan(2, 36);
        JpegOrientation.Keep(segment).ShouldBe(segment.ToArray());
        clean[(2 + 36)..].ShouldBe(Pictures.Jpeg()[2..]);
        clean[31].ShouldBe((byte)6);
    }

    [Fact]
    public void Keeps_colour_profile_and_colour_transform()
    {
        var picture = Pictures.Jpeg(Pictures.Segment(0xE2, "ICC_PROFILE\0..."u8.ToArray()), Pictures.Segment(0xEE, "Adobe......."u8.ToArray()));
        Clean(picture).ShouldBe(picture);
    }

    [Fact]
    public void Cuts_off_what_follows_the_picture() =>
        Clean([.. Pictures.Jpeg(), .. "PK\u0003\u0004<script>"u8]).ShouldBe(Pictures.Jpeg());

    [Fact]
    public void Closes_a_picture_that_was_cut_off_in_its_data() => Clean(Pictures.Jpeg()[..^2]).ShouldBe(Pictures.Jpeg());

    [Fact]
    public void Takes_several_scans()
    {
        byte[] progressive = [.. Pictures.Jpeg()[..^2], .. Pictures.Segment(0xC4, new byte[20]), .. Pictures.Scan(), 0xFF, 0xD9];
        Clean(progressive).ShouldBe(progressive);
    }

    public static TheoryData<string, byte[]> Broken { get; } = new()
    {
        { "only a start", [0xFF, 0xD8, 0xFF] },
        { "no picture inside", [0xFF, 0xD8, 0xFF, 0xD9] },
        { "a page in disguise", [0xFF, 0xD8, 0xFF, 0xE0, .. "<html><script>alert(1)</script>"u8] },
        { "data without a frame", [0xFF, 0xD8, .. Pictures.Scan(), 0xFF, 0xD9] },
        { "too wide", [0xFF, 0xD8, .. Pictures.Frame(12001, 10), .. Pictures.Scan(), 0xFF, 0xD9] },
        { "no height", [0xFF, 0xD8, .. Pictures.Frame(10, 0), .. Pictures.Scan(), 0xFF, 0xD9] },
        { "two frames", [0xFF, 0xD8, .. Pictures.Frame(10, 10), .. Pictures.Frame(10, 10), .. Pictures.Scan(), 0xFF, 0xD9] },
        { "something before", [.. "GIF89a"u8, .. Pictures.Jpeg()] },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Refuses_what_is_no_picture(string why, byte[] content) => Clean(content).ShouldBeNull(why);

    private byte[]? Clean(byte[] content) => _format.TryClean(content, out var clean) ? clean.Value.ToArray() : null;
}
