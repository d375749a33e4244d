using System.Text;

namespace ServicePlatform.Devices.Imports;

/// <summary>Reads the text of an uploaded table: UTF-8 with or without its mark, or GB18030 as Chinese spreadsheets write it.</summary>
internal static class TableText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Null where the bytes are no text in either of them.</summary>
    public static DecodedText? Decode(byte[] bytes) => Decode(Utf8, "UTF-8", bytes) ?? Decode(Gb18030, "GB18030", bytes);

    private static DecodedText? Decode(Encoding encoding, string name, byte[] bytes)
    {
        try
        {
            var text = encoding.GetString(bytes).TrimStart('\uFEFF');
            return text.Contains('\0', StringComparison.Ordinal) ? null : new DecodedText(text, name);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

/// <param name="Encoding">Name of the encoding, for people.</param>
internal sealed record DecodedText(string Text, string Encoding);
