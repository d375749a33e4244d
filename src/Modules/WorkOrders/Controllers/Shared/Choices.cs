using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>Options of selects and filters, in the reader's language.</summary>
internal static class Choices
{
    /// <summary>The values of an enumeration; their names are the texts <c>{prefix}{value}</c>.</summary>
    public static IReadOnlyList<SelectListItem> Of<TEnum>(IStringLocalizer texts, string prefix, params TEnum[] without)
        where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Except(without).Select(value => new SelectListItem(texts[prefix + value], value.ToString()))];

    /// <summary>Codes; their names are the texts <c>{prefix}{code}</c>.</summary>
    public static IReadOnlyList<SelectListItem> Of(IStringLocalizer texts, string prefix, IEnumerable<string> codes) =>
        [.. codes.Select(code => new SelectListItem(texts[prefix + code], code))];

    /// <summary>What stands in an address, or null where it is no such value.</summary>
    public static TEnum? Read<TEnum>(string? text)
        where TEnum : struct, Enum =>
        !string.IsNullOrEmpty(text) && char.IsAsciiLetter(text[0]) && Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : null;
}
