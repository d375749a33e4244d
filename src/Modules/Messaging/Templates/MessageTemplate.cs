using ServicePlatform.Data;
using ServicePlatform.Messaging.Contracts;

namespace ServicePlatform.Messaging.Templates;

/// <summary>The words of one kind of message in both languages.</summary>
internal sealed class MessageTemplate : Entity, IVersioned
{
    /// <summary>Seven text messages of 67 Chinese characters; longer ones are not read.</summary>
    public const int MaximumText = 469;

    public required string Code { get; init; }

    public required string Name { get; set; }

    public string? EnglishName { get; set; }

    public MessageClass Class { get; set; }

    public required string ChineseText { get; set; }

    public required string EnglishText { get; set; }

    /// <summary>Names that the senders of this message fill in, with commas between.</summary>
    public string PlaceholderNames { get; private set; } = "";

    /// <summary>False where this message is not to be sent.</summary>
    public bool IsActive { get; set; } = true;

    public int Version { get; private set; }

    /// <summary>Names that the text may use.</summary>
    public IReadOnlyList<string> Allowed =>
        [.. PlaceholderNames.Split(',', StringSplitOptions.RemoveEmptyEntries).Union(Placeholders.Common, StringComparer.Ordinal)];

    /// <summary>The text in a language; the other language's where this one has none.</summary>
    public string TextIn(MessageLanguage language) =>
        (language, ChineseText.Length, EnglishText.Length) switch
        {
            (MessageLanguage.English, _, > 0) or (_, 0, _) => EnglishText,
            _ => ChineseText,
        };

    public void SetPlaceholders(IEnumerable<string> names) =>
        PlaceholderNames = string.Join(',', names.Except(Placeholders.Common, StringComparer.Ordinal).Distinct(StringComparer.Ordinal));
}

internal enum MessageLanguage
{
    Chinese,
    English,
}
