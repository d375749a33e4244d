using System.Buffers.Binary;

namespace ServicePlatform.Data.Files.Formats;

/// <summary>Of the Exif data only the orientation stays, without which portraits would lie on their side.</summary>
internal static class JpegOrientation
{
    private const ushort Tag = 0x0112;
    private const ushort Short = 3;
    private const int EntryLength = 12;

    /// <summary>An Exif segment that says the orientation and nothing else; null if the image stands upright.</summary>
    public static byte[]? Keep(ReadOnlySpan<byte> segment)
    {
        var body = segment[4..];
        return body.StartsWith("Exif\0\0"u8) && Read(body[6..]) is > 1 and <= 8 and var orientation ? Write((byte)orientation) : null;
    }

    private static int? Read(ReadOnlySpan<byte> tiff)
    {
        var isLittle = tiff.StartsWith("II*\0"u8);
        if (tiff.Length < 8 || !(isLittle || tiff.StartsWith("MM\0*"u8)))
        {
            return null;
        }

        int Word(ReadOnlySpan<byte> at) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
        var first = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (first > tiff.Length - 2)
        {
            return null;
        }

        var entries = tiff[((int)first + 2)..];
        for (var left = Word(tiff[(int)first..]); left > 0 && entries.Length >= EntryLength; left--, entries = entries[EntryLength..])
        {
            if (Word(entries) == Tag && Word(entries[2..]) == Short)
            {
                return Word(entries[8..]);
            }
        }

        return null;
    }

    private static byte[] Write(byte orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1,
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
        0, 0, 0, 0,
    ];
}
