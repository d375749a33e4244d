using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ServicePlatform.Archives.Values;

/// <summary>
/// A hash of all rows of a table that does not depend on their order, since databases do not sort alike: the sum of the SHA-256 of each row, modulo 2^256.
/// </summary>
internal sealed class RowsHash
{
    private readonly ulong[] _sum = new ulong[4];

    public long Rows { get; private set; }

    public void Add(ReadOnlySpan<byte> row)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(row, hash);
        var carry = 0UL;
        for (var part = 0; part < 4; part++)
        {
            var sum = (UInt128)_sum[part] + BinaryPrimitives.ReadUInt64LittleEndian(hash[(part * 8)..]) + carry;
            _sum[part] = (ulong)sum;
            carry = (ulong)(sum >> 64);
        }

        Rows++;
    }

    /// <summary>Lower-case hex.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[32];
        for (var part = 0; part < 4; part++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[(part * 8)..], _sum[part]);
        }

        return Convert.ToHexStringLower(bytes);
    }
}
