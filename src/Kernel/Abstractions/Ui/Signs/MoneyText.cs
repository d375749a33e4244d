using System.Globalization;

namespace ServicePlatform.Ui;

/// <summary>Writes money for people.</summary>
public static class MoneyText
{
    private static readonly Dictionary<string, (string Sign, int Decimals)> Known = new(StringComparer.Ordinal)
    {
        ["CNY"] = ("¥", 2), ["USD"] = ("US$", 2), ["EUR"] = ("€", 2), ["GBP"] = ("£", 2), ["HKD"] = ("HK$", 2), ["TWD"] = ("NT$", 2),
        ["JPY"] = ("JP¥", 0), ["KRW"] = ("₩", 0), ["VND"] = ("₫", 0), ["KWD"] = ("KWD ", 3), ["BHD"] = ("BHD ", 3), ["TND"] = ("TND ", 3),
    };

    /// <summary>Digits behind the point of a currency: 0, 2 or 3.</summary>
    /// <param name="currency">ISO 4217 code.</param>
    public static int Decimals(string currency) => Known.TryGetValue(currency, out var known) ? known.Decimals : 2;

    /// <summary>The amount with its sign and grouping: <c>¥1,280.50</c>; a negative one with a minus sign in front.</summary>
    /// <param name="minor">Amount in the currency's smallest unit.</param>
    /// <param name="currency">ISO 4217 code.</param>
    public static string Of(long minor, string currency)
    {
        var (sign, decimals) = Known.TryGetValue(currency, out var known) ? known : (currency + " ", 2);
        var unit = (ulong)Math.Pow(10, decimals);
        var size = minor < 0 ? (ulong)-(minor + 1) + 1 : (ulong)minor;
        var whole = (size / unit).ToString("N0", CultureInfo.CurrentCulture);
        var point = CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator;
        var part = decimals == 0 ? "" : point + (size % unit).ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0');
        return (minor < 0 ? "−" : "") + sign + whole + part;
    }
}
