using System.Buffers.Binary;

namespace ServicePlatform.Data.Files.Formats;

/// <summary>What the segments of a JPEG mean. A segment starts with its marker (FF xx) and its length.</summary>
internal static class JpegSegments
{
    private const int HeaderLength = 4;

    /// <summary>SOF0 to SOF15 without DHT, JPG and DAC, which lie among them.</summary>
    public static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    public static bool HasAllowedSize(ReadOnlySpan<byte> frame) =>
        frame.Length >= 9
        && ImageLimits.Allow(BinaryPrimitives.ReadUInt16BigEndian(frame[7..]), BinaryPrimitives.ReadUInt16BigEndian(frame[5..]));

    /// <summary>Tables, frames and scans; of the application's segments JFIF, colour profile and Adobe's colour transform.</summary>
    public static bool IsKept(ReadOnlySpan<byte> segment)
    {
        var body = segment[HeaderLength..];
        return segment[1] switch
        {
            0xE0 => body.StartsWith("JFIF\0"u8),
            0xE2 => body.StartsWith("ICC_PROFILE\0"u8),
            0xEE => body.StartsWith("Adobe"u8),
            >= 0xE0 => false,
            _ => true,
        };
    }

    /// <summary>Length of the coded data at the start: up to the next marker that is neither a stuffed zero nor a restart.</summary>
    public static int ScanLength(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (true)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0)
            {
                return bytes.Length;
            }

            at += next;
            if (at + 1 >= bytes.Length)
            {
                return at;
            }

            if (bytes[at + 1] is not (0x00 or >= 0xD0 and <= 0xD7))
            {
                return at;
            }

            at += 2;
        }
    }
}
