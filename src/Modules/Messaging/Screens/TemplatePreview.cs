using System.Globalization;
using Microsoft.Extensions.Localization;
using ServicePlatform.Messaging.Templates;
using ServicePlatform.Sites;

namespace ServicePlatform.Messaging.Screens;

/// <summary>Shows a template with example values.</summary>
internal sealed class TemplatePreview(ISiteContext site, IStringLocalizer<Texts> texts)
{
    public IReadOnlyList<PreviewText> Of(string chinese, string english) => [Read(chinese, "zh-Hans"), Read(english, "en")];

    private PreviewText Read(string text, string language)
    {
        using var spoken = Spoken.In(CultureInfo.GetCultureInfo(language));
        var values = Placeholders.In(text).ToDictionary(name => name, Example, StringComparer.Ordinal);
        var filled = Placeholders.Fill(text, values) ?? text;
        return new PreviewText(language, filled, filled.Length, TextLength.Messages(filled));
    }

    private string Example(string name)
    {
        if (name == Placeholders.Site)
        {
            return site.Name;
        }

        var known = texts["Example." + name];
        return known.ResourceNotFound ? $"{{{name}}}" : known;
    }
}

/// <param name="Language">zh-Hans or en.</param>
/// <param name="Characters">Length with example values.</param>
/// <param name="Messages">Text messages that it costs.</param>
internal sealed record PreviewText(string Language, string Text, int Characters, int Messages);
