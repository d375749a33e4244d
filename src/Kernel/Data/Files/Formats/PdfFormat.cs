using System.Diagnostics.CodeAnalysis;

namespace ServicePlatform.Data.Files.Formats;

/// <summary>PDF. Stored as it is and only ever offered as a download, since it may hold scripts.</summary>
internal sealed class PdfFormat : IFileFormat
{
    /// <summary>Readers look for the end mark this far from the end.</summary>
    private const int Tail = 1024;

    public string ContentType => "application/pdf";

    public IReadOnlyList<string> Extensions { get; } = [".pdf"];

    public bool TryClean(ReadOnlyMemory<byte> content, [NotNullWhen(true)] out ReadOnlyMemory<byte>? clean)
    {
        var bytes = content.Span;
        var isPdf = bytes.StartsWith("%PDF-"u8) && bytes[Math.Max(0, bytes.Length - Tail)..].IndexOf("%%EOF"u8) >= 0;
        clean = isPdf ? content : null;
        return isPdf;
    }
}
