namespace ServicePlatform.Messaging.Templates;

/// <summary>How many text messages a text costs.</summary>
internal static class TextLength
{
    /// <summary>
    /// Text messages needed: plain Latin ones hold 160 characters, others 70; in a series of several, 153 and 67.
    /// </summary>
    public static int Messages(string text)
    {
        var isPlain = text.All(character => character is >= ' ' and <= '~' or '\n' or '\r');
        var (single, part) = isPlain ? (160, 153) : (70, 67);
        return text.Length == 0 ? 0 : text.Length <= single ? 1 : (text.Length + part - 1) / part;
    }
}
