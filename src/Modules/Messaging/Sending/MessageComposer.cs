using System.Globalization;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Messaging.Templates;
using ServicePlatform.Sites;

namespace ServicePlatform.Messaging.Sending;

/// <summary>Makes the text of a message from its template, in the language of the site.</summary>
internal sealed class MessageComposer(ISiteContext site)
{
    /// <summary>The site's language, in which its customers are written to.</summary>
    public CultureInfo Culture => site.Culture;

    public MessageLanguage Language { get; } =
        string.Equals(site.Culture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal) ? MessageLanguage.English : MessageLanguage.Chinese;

    public ComposedMessage Compose(MessageTemplate? template, CustomerSummary customer, IReadOnlyDictionary<string, string> values)
    {
        if (template is null || !template.IsActive)
        {
            return new ComposedMessage(Language, null, template is null ? BlockReasons.NoTemplate : BlockReasons.TemplateOff);
        }

        var all = new Dictionary<string, string>(values, StringComparer.Ordinal)
        {
            [Placeholders.Greeting] = customer.Greeting,
            [Placeholders.Site] = site.Name,
        };
        var text = Placeholders.Fill(template.TextIn(Language), all);
        return text is null ? new ComposedMessage(Language, null, BlockReasons.ValueMissing)
            : new ComposedMessage(Language, Shorten(text), string.IsNullOrEmpty(customer.Phone) ? BlockReasons.NoPhone : null);
    }

    private static string Shorten(string text) =>
        text.Length <= MessageTable.MaximumText ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, MessageTable.MaximumText - 1)}…");
}

/// <param name="Text">Null where none could be made.</param>
/// <param name="Reason">Why it cannot be sent, or null.</param>
internal sealed record ComposedMessage(MessageLanguage Language, string? Text, string? Reason);
