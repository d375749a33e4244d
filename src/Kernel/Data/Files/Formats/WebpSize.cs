using System.Buffers.Binary;

namespace ServicePlatform.Data.Files.Formats;

/// <summary>Reads the size of a WebP image from its first chunk, which must be one of three.</summary>
internal static class WebpSize
{
    public static bool IsAllowed(string type, ReadOnlySpan<byte> data) => type switch
    {
        "VP8X" when data.Length >= 10 => ImageLimits.Allow(Three(data[4..]) + 1, Three(data[7..]) + 1),
        "VP8L" when data.Length >= 5 && data[0] == 0x2F => Lossless(BinaryPrimitives.ReadUInt32LittleEndian(data[1..])),
        "VP8 " when data.Length >= 10 && data[3..].StartsWith([(byte)0x9D, (byte)0x01, (byte)0x2A]) => ImageLimits.Allow(
            BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFFu,
            BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFFu),
        _ => false,
    };

    private static bool Lossless(uint bits) => ImageLimits.Allow((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);

    private static uint Three(ReadOnlySpan<byte> bytes) => bytes[0] | ((uint)bytes[1] << 8) | ((uint)bytes[2] << 16);
}
