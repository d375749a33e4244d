using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ServicePlatform.Data.Files.Formats;

/// <summary>A table as text: UTF-8, or GB18030 as Chinese spreadsheets write it. Markup and anything with control characters is refused.</summary>
internal sealed class CsvFormat : IFileFormat
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public string ContentType => "text/csv";

    public IReadOnlyList<string> Extensions { get; } = [".csv", ".txt"];

    public bool TryClean(ReadOnlyMemory<byte> content, [NotNullWhen(true)] out ReadOnlyMemory<byte>? clean)
    {
        var isText = IsText(Utf8, content.Span) || IsText(Gb18030, content.Span);
        clean = isText ? content : null;
        return isText;
    }

    private static bool IsText(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = encoding.GetString(bytes);
            return !text.AsSpan().TrimStart('\uFEFF').TrimStart().StartsWith("<", StringComparison.Ordinal)
                && !text.Any(character => char.IsControl(character) && character is not ('\t' or '\r' or '\n'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
