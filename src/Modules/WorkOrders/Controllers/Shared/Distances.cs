using System.Globalization;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>Says distances as people do.</summary>
internal static class Distances
{
    /// <summary>35 m, 850 m, 3.2 km, 41 km.</summary>
    public static string Say(double metres, IStringLocalizer texts) => metres switch
    {
        < 1000 => texts["Ui.Metres", Math.Round(metres).ToString("0", CultureInfo.CurrentCulture)],
        < 10_000 => texts["Ui.Kilometres", (metres / 1000).ToString("0.0", CultureInfo.CurrentCulture)],
        _ => texts["Ui.Kilometres", (metres / 1000).ToString("0", CultureInfo.CurrentCulture)],
    };
}
