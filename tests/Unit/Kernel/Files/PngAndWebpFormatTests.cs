using ServicePlatform.Data.Files.Formats;

namespace ServicePlatform.UnitTests.Kernel.Files;

public sealed class PngAndWebpFormatTests
{
    [Fact]
    public void Png_keeps_looks_and_loses_metadata()
    {
        var kept = Pictures.Chunk("gAMA", [0, 0, 0, 1]);
        var picture = Pictures.Png(
            kept, Pictures.Chunk("tEXt", "Author"u8.ToArray()), Pictures.Chunk("iTXt", [1]), Pictures.Chunk("zTXt", [1]), Pictures.Chunk("eXIf", [1]));
        Clean(new PngFormat(), picture).ShouldBe(Pictures.Png(kept));
    }

    [Fact]
    public void Png_ends_at_its_end() => Clean(new PngFormat(), [.. Pictures.Png(), .. "<script>"u8]).ShouldBe(Pictures.Png());

    public static TheoryData<string, byte[]> BrokenPngs { get; } = new()
    {
        { "only a signature", Pictures.Png()[..8] },
        { "no end", Pictures.Png()[..^12] },
        { "too wide", Pictures.Png(12001, 1) },
        { "no width", Pictures.Png(0, 1) },
        { "data before the header", [.. Pictures.Png()[..8], .. Pictures.Chunk("IDAT", [1]), .. Pictures.Png()[8..]] },
        { "endless chunk", [.. Pictures.Png()[..8], 0xFF, 0xFF, 0xFF, 0xFF, .. Pictures.Png()[12..]] },
        { "no data", [.. Pictures.Png()[..33], .. Pictures.Chunk("IEND", [])] },
    };

    [Theory]
    [MemberData(nameof(BrokenPngs))]
    public void Png_is_refused_where_it_is_broken(string why, byte[] content) => Clean(new PngFormat(), content).ShouldBeNull(why);

    [Fact]
    public void Webp_loses_metadata_and_says_so()
    {
        var clean = Clean(new WebpFormat(), Pictures.Webp(Pictures.RiffChunk("EXIF", [1, 2, 3]), Pictures.RiffChunk("XMP ", [1]))).ShouldNotBeNull();
        var expected = Pictures.Webp();
        expected[20] = 0;
        clean.ShouldBe(expected);
    }

    [Fact]
    public void Webp_is_refused_where_it_is_broken()
    {
        Clean(new WebpFormat(), Pictures.Webp()[..^1]).ShouldBeNull();
        Clean(new WebpFormat(), [.. "RIFF"u8, 4, 0, 0, 0, .. "WEBP"u8]).ShouldBeNull();
        Clean(new WebpFormat(), [.. "RIFF"u8, 4, 0, 0, 0, .. "WAVE"u8]).ShouldBeNull();
    }

    private static byte[]? Clean(IFileFormat format, byte[] content) => format.TryClean(content, out var clean) ? clean.Value.ToArray() : null;
}
