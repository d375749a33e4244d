using System.Buffers.Binary;

namespace ServicePlatform.Data.Timelines;

/// <summary>
/// Version 7 keys of facts that were added one after the other. Two facts of one act have the same time, and the random
/// part of an ordinary key would then decide which one people read first.
/// </summary>
internal sealed class FactKeys
{
    private const int CounterBits = 0x0FFF;

    private int _count;

    /// <param name="at">UTC.</param>
    public Guid Next(DateTime at)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(new DateTimeOffset(at)).TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (_count++ & CounterBits)));
        return new Guid(bytes, bigEndian: true);
    }
}
