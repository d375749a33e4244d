using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Devices.Screens;

/// <summary>Options of selects.</summary>
internal static class Choices
{
    /// <summary>Every value of an enumeration by its text <c>{Type}.{Value}</c>.</summary>
    public static IReadOnlyList<SelectListItem> Of<T>(IStringLocalizer<Texts> texts)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new SelectListItem(texts[$"{typeof(T).Name}.{value}"], value.ToString()))];

    public static IReadOnlyList<SelectListItem> WithNone(this IReadOnlyList<SelectListItem> options, string words) =>
        [new SelectListItem(words, ""), .. options];
}
