namespace ServicePlatform.Data.Search;

/// <summary>
/// First character of each stored token: says what it is a piece of, so that a look-up reads one range of the index and four digits
/// of a phone are not found in a house number. What is found by its end is stored backwards, since an index knows beginnings only.
/// </summary>
internal static class TokenTags
{
    /// <summary>A name from its start.</summary>
    public const char NameStart = 'n';

    /// <summary>A name from a later character on.</summary>
    public const char NameInside = 'm';

    /// <summary>Pinyin initials of a name from its start.</summary>
    public const char InitialsStart = 'i';

    /// <summary>Pinyin initials of a name from a later character on: a given name without its surname.</summary>
    public const char InitialsInside = 'j';

    /// <summary>The digits of a phone, backwards.</summary>
    public const char Phone = 't';

    /// <summary>A serial or number without signs.</summary>
    public const char Serial = 's';

    /// <summary>A serial or number without signs, backwards.</summary>
    public const char SerialBackwards = 'r';

    /// <summary>The running part of a number, closed by <see cref="End"/>: found whole only.</summary>
    public const char Running = '#';

    public const char End = '.';
}
