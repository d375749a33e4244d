using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ServicePlatform.Data.Files.Formats;

/// <summary>PNG. Copies the chunks that say how the image looks; texts, times, Exif, unknown chunks and what follows the end stay out.</summary>
internal sealed class PngFormat : IFileFormat
{
    /// <summary>Length, type and check sum around the data of a chunk.</summary>
    private const int Frame = 12;

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT",
    };

    public string ContentType => "image/png";

    public IReadOnlyList<string> Extensions { get; } = [".png"];

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public bool TryClean(ReadOnlyMemory<byte> content, [NotNullWhen(true)] out ReadOnlyMemory<byte>? clean)
    {
        clean = null;
        var bytes = content.Span;
        if (!bytes.StartsWith(Signature))
        {
            return false;
        }

        using var target = new MemoryStream(bytes.Length);
        target.Write(Signature);
        if (!CopyChunks(bytes[Signature.Length..], target))
        {
            return false;
        }

        clean = target.GetBuffer().AsMemory(0, (int)target.Length);
        return true;
    }

    private static bool CopyChunks(ReadOnlySpan<byte> rest, MemoryStream target)
    {
        var (isFirst, hasData) = (true, false);
        while (rest.Length >= Frame)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - Frame)
            {
                return false;
            }

            var chunk = rest[..((int)length + Frame)];
            var type = Encoding.Latin1.GetString(chunk.Slice(4, 4));
            if (isFirst ? type != "IHDR" || !IsHeader(chunk) : type == "IHDR")
            {
                return false;
            }

            if (Kept.Contains(type))
            {
                target.Write(chunk);
            }

            if (type == "IEND")
            {
                return hasData && length == 0;
            }

            hasData |= type == "IDAT";
            isFirst = false;
            rest = rest[chunk.Length..];
        }

        return false;
    }

    private static bool IsHeader(ReadOnlySpan<byte> chunk) =>
        chunk.Length == Frame + 13
        && ImageLimits.Allow(BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadUInt32BigEndian(chunk[12..]));
}
