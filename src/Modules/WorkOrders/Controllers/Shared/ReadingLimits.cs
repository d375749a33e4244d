using Microsoft.Extensions.Localization;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>Says the accepted range of a reading.</summary>
internal static class ReadingLimits
{
    public static string Say(double? minimum, double? maximum, IStringLocalizer texts) => (minimum, maximum) switch
    {
        ({ } low, { } high) => texts["Ui.Limits.Between", Number(low), Number(high)],
        ({ } low, null) => texts["Ui.Limits.AtLeast", Number(low)],
        (null, { } high) => texts["Ui.Limits.AtMost", Number(high)],
        _ => texts["Ui.Limits.None"],
    };

    private static string Number(double value) => value.ToString("0.###", System.Globalization.CultureInfo.CurrentCulture);
}
