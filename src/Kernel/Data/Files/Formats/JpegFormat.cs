using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace ServicePlatform.Data.Files.Formats;

/// <summary>
/// JPEG. Copies the segments that an image needs and leaves out the others: Exif (but for the orientation), XMP, IPTC,
/// comments, thumbnails, and whatever follows the end of the image (further pictures, films, archives).
/// </summary>
internal sealed class JpegFormat : IFileFormat
{
    private const byte Prefix = 0xFF;
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte App1 = 0xE1;

    public string ContentType => "image/jpeg";

    public IReadOnlyList<string> Extensions { get; } = [".jpg", ".jpeg"];

    public bool TryClean(ReadOnlyMemory<byte> content, [NotNullWhen(true)] out ReadOnlyMemory<byte>? clean)
    {
        clean = null;
        var bytes = content.Span;
        if (!bytes.StartsWith([Prefix, Start, Prefix]))
        {
            return false;
        }

        using var target = new MemoryStream(bytes.Length);
        target.Write([Prefix, Start]);
        if (!CopySegments(bytes, target))
        {
            return false;
        }

        target.Write([Prefix, End]);
        clean = target.GetBuffer().AsMemory(0, (int)target.Length);
        return true;
    }

    private static bool CopySegments(ReadOnlySpan<byte> bytes, MemoryStream target)
    {
        var (at, hasFrame, hasScan, hasExif) = (2, false, false, false);
        while (true)
        {
            // A picture that was cut off inside its scan still shows; one without a scan does not.
            if (at + 4 > bytes.Length)
            {
                return hasScan && (at >= bytes.Length || IsEnd(bytes[at..]));
            }

            if (bytes[at] != Prefix)
            {
                return false;
            }

            var marker = bytes[at + 1];
            if (marker == Prefix)
            {
                at++;
                continue;
            }

            if (marker == End)
            {
                return hasScan;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (marker < 0xC0 || marker is >= 0xD0 and <= Start || length < 2 || at + 2 + length > bytes.Length)
            {
                return false;
            }

            var segment = bytes.Slice(at, length + 2);
            at += segment.Length;
            if (JpegSegments.IsFrame(marker))
            {
                if (hasFrame || !JpegSegments.HasAllowedSize(segment))
                {
                    return false;
                }

                hasFrame = true;
            }

            if (marker == App1 && !hasExif && JpegOrientation.Keep(segment) is { } orientation)
            {
                hasExif = true;
                target.Write(orientation);
            }
            else if (JpegSegments.IsKept(segment))
            {
                target.Write(segment);
            }

            if (marker == Scan)
            {
                if (!hasFrame)
                {
                    return false;
                }

                hasScan = true;
                var data = bytes.Slice(at, JpegSegments.ScanLength(bytes[at..]));
                target.Write(data);
                at += data.Length;
            }
        }
    }

    private static bool IsEnd(ReadOnlySpan<byte> rest) => rest.StartsWith([Prefix, End]) || rest is [Prefix];
}
