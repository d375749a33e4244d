using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ServicePlatform.Data.Files.Formats;

/// <summary>WebP. Copies the chunks of the image and its colour profile; Exif, XMP, unknown chunks and what follows the end stay out.</summary>
internal sealed class WebpFormat : IFileFormat
{
    private const int HeaderLength = 12;
    private const int ChunkHeader = 8;

    /// <summary>The bits of a VP8X header that announce Exif and XMP.</summary>
    private const byte Metadata = 0b0000_1100;

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "VP8 ", "VP8L", "VP8X", "ALPH", "ICCP", "ANIM", "ANMF" };

    public string ContentType => "image/webp";

    public IReadOnlyList<string> Extensions { get; } = [".webp"];

    public bool TryClean(ReadOnlyMemory<byte> content, [NotNullWhen(true)] out ReadOnlyMemory<byte>? clean)
    {
        clean = null;
        var bytes = content.Span;
        if (bytes.Length < HeaderLength || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WEBP"u8))
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        if (length < 4 || length > bytes.Length - ChunkHeader)
        {
            return false;
        }

        using var target = new MemoryStream(bytes.Length);
        target.Write(bytes[..HeaderLength]);
        if (!CopyChunks(bytes[HeaderLength..((int)length + ChunkHeader)], target))
        {
            return false;
        }

        var buffer = target.GetBuffer().AsMemory(0, (int)target.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(buffer.Span[4..], (uint)(buffer.Length - ChunkHeader));
        clean = buffer;
        return true;
    }

    private static bool CopyChunks(ReadOnlySpan<byte> rest, MemoryStream target)
    {
        var (isFirst, hasImage) = (true, false);
        while (rest.Length >= ChunkHeader)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            var padded = (long)length + (length & 1) + ChunkHeader;
            if (padded > rest.Length)
            {
                return false;
            }

            var chunk = rest[..(int)padded];
            var type = Encoding.Latin1.GetString(chunk[..4]);
            if (isFirst && !WebpSize.IsAllowed(type, chunk[ChunkHeader..]))
            {
                return false;
            }

            if (Kept.Contains(type))
            {
                var at = (int)target.Position;
                target.Write(chunk);
                if (type == "VP8X")
                {
                    target.GetBuffer()[at + ChunkHeader] &= unchecked((byte)~Metadata);
                }
            }

            hasImage |= type is "VP8 " or "VP8L" or "ANMF";
            isFirst = false;
            rest = rest[chunk.Length..];
        }

        return hasImage && rest.IsEmpty;
    }
}
