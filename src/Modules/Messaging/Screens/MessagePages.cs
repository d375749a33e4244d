using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Messaging.Log;
using ServicePlatform.Messaging.Sending;
using ServicePlatform.Messaging.Templates;
using ServicePlatform.Ui;

namespace ServicePlatform.Messaging.Screens;

/// <param name="Templates">Names of templates by code.</param>
internal sealed record MessageListPage(Page<MessageRow> Messages, IReadOnlyDictionary<string, string> Templates, bool IsFiltered, IStringLocalizer<Texts> Texts)
{
    public IReadOnlyList<SelectListItem> States => Options<MessageState>();

    public IReadOnlyList<SelectListItem> Classes => Options<MessageClass>();

    public IReadOnlyList<SelectListItem> TemplateOptions => [.. Templates.Select(pair => new SelectListItem(pair.Value, pair.Key))];

    private IReadOnlyList<SelectListItem> Options<T>()
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new SelectListItem(Texts[$"{typeof(T).Name}.{value}"], value.ToString()))];
}

/// <param name="Template">Name of the template.</param>
internal sealed record MessagePage(MessageRow Row, string Template);

/// <summary>What is typed to change a template, and how it would read.</summary>
internal sealed class TemplateForm
{
    public string? ChineseText { get; set; }

    public string? EnglishText { get; set; }

    public bool IsActive { get; set; }

    public int Version { get; set; }

    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    [Microsoft.AspNetCore.Mvc.ModelBinding.Validation.ValidateNever]
    public MessageTemplate Template { get; set; } = null!;
}

internal static class MessageWords
{
    public static Tone ToneOf(MessageState state) => state switch
    {
        MessageState.Sent => Tone.Good,
        MessageState.Failed => Tone.Bad,
        MessageState.Blocked => Tone.Warn,
        _ => Tone.Info,
    };

    public static string NameOf(this MessageTemplate template) =>
        string.IsNullOrEmpty(template.EnglishName) || System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en"
            ? template.Name
            : template.EnglishName;

    /// <summary>The words of a reason, or for one that a provider made up, that it failed.</summary>
    public static string Reason(this IStringLocalizer<Texts> texts, string reason)
    {
        var known = texts["Reason." + reason];
        return known.ResourceNotFound ? texts["Reason.other", reason] : known;
    }
}
