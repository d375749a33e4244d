using System.Buffers.Binary;
using System.Text;

namespace ServicePlatform.UnitTests.Kernel.Files;

/// <summary>Puts small pictures together, part by part.</summary>
internal static class Pictures
{
    private static readonly byte[] CodedData = [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56];

    public static byte[] Jpeg(params byte[][] before) =>
        [0xFF, 0xD8, .. before.SelectMany(part => part), .. Frame(40, 30), .. Scan(), 0xFF, 0xD9];

    public static byte[] Frame(int width, int height) =>
        Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]);

    public static byte[] Scan() => [.. Segment(0xDA, [1, 1, 0, 0, 63, 0]), .. CodedData];

    public static byte[] Segment(byte marker, byte[] body) =>
        [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    /// <summary>Exif with a place, a device and an orientation, in the byte order of the camera.</summary>
    public static byte[] Exif(ushort orientation, bool isLittle)
    {
        byte[] Word(int value) => isLittle ? [(byte)value, (byte)(value >> 8)] : [(byte)(value >> 8), (byte)value];
        byte[] Long(int value) => isLittle ? [.. Word(value), 0, 0] : [0, 0, .. Word(value)];
        byte[] order = isLittle ? [.. "II"u8, .. Word(42)] : [.. "MM"u8, .. Word(42)];
        return Segment(0xE1,
        [
            .. "Exif\0\0"u8, .. order, .. Long(8), .. Word(2),
            .. Word(0x010F), .. Word(2), .. Long(10), .. Long(100),
            .. Word(0x0112), .. Word(3), .. Long(1), .. Word(orientation), .. Word(0),
            .. Long(0), .. "SECRET-PLACE"u8,
        ]);
    }

    public static byte[] Png(params byte[][] before) => Png(40, 30, before);

    public static byte[] Png(uint width, uint height, params byte[][] before)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. before.SelectMany(part => part), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", [])];
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
    }

    public static byte[] Webp(params byte[][] after)
    {
        byte[] chunks =
        [
            .. RiffChunk("VP8X", [0b0000_1100, 0, 0, 0, 39, 0, 0, 29, 0, 0]),
            .. RiffChunk("VP8L", [0x2F, 39, 0, 0, 0]),
            .. after.SelectMany(part => part),
        ];
        return [.. "RIFF"u8, .. LittleLength(chunks.Length + 4), .. "WEBP"u8, .. chunks];
    }

    public static byte[] RiffChunk(string type, byte[] data) =>
        [.. Encoding.ASCII.GetBytes(type), .. LittleLength(data.Length), .. data, .. data.Length % 2 == 1 ? new byte[1] : []];

    private static byte[] LittleLength(int length)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        return bytes;
    }
}
