namespace ServicePlatform.Data.Files;

/// <summary>Reads what is uploaded, and no more than is allowed.</summary>
internal static class Upload
{
    private const int ChunkSize = 80 * 1024;

    /// <summary>The bytes, or null as soon as there are more than <paramref name="maximum"/>.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream content, long maximum, CancellationToken cancellationToken)
    {
        var expected = content.CanSeek ? content.Length - content.Position : ChunkSize;
        if (content.CanSeek && expected > maximum)
        {
            return null;
        }

        using var read = new MemoryStream((int)Math.Min(Math.Max(expected, 1), maximum));
        var chunk = new byte[ChunkSize];
        int count;
        while ((count = await content.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (read.Length + count > maximum)
            {
                return null;
            }

            read.Write(chunk, 0, count);
        }

        return read.GetBuffer().AsMemory(0, (int)read.Length);
    }
}
