namespace ServicePlatform.Data.Files.Formats;

/// <summary>A recognised content in the form in which it is stored.</summary>
internal sealed record CleanContent(IFileFormat Format, ReadOnlyMemory<byte> Bytes);

/// <summary>The kinds of file that the product takes.</summary>
internal static class FileFormats
{
    private static readonly IReadOnlyList<IFileFormat> All =
        [new JpegFormat(), new PngFormat(), new WebpFormat(), new PdfFormat(), new CsvFormat()];

    /// <summary>Null if the content is of no kind that is allowed.</summary>
    public static CleanContent? Recognise(ReadOnlyMemory<byte> content, IReadOnlyList<string> allowed)
    {
        foreach (var format in All)
        {
            if (allowed.Contains(format.ContentType, StringComparer.Ordinal) && format.TryClean(content, out var clean))
            {
                return new CleanContent(format, clean.Value);
            }
        }

        return null;
    }
}
