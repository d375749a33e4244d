using System.Diagnostics.CodeAnalysis;

namespace ServicePlatform.Data.Files.Formats;

/// <summary>A kind of file that is recognised by its content, never by its name.</summary>
internal interface IFileFormat
{
    string ContentType { get; }

    /// <summary>Usual ends of names, with the dot; the first one is given to names that have none of them.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>
    /// False if the content is not of this kind or not well-formed. Otherwise what may be stored: without metadata about
    /// place and device, and without anything that follows the end of an image.
    /// </summary>
    bool TryClean(ReadOnlyMemory<byte> content, [NotNullWhen(true)] out ReadOnlyMemory<byte>? clean);
}
