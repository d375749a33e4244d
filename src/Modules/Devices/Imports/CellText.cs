using System.Globalization;
using System.Text.RegularExpressions;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.Devices.Imports;

/// <summary>Reads what people write into cells.</summary>
internal static partial class CellText
{
    private static readonly string[] DateForms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];

    /// <summary>The first day that a spreadsheet counts; it believes in a 29 February 1900.</summary>
    private static readonly DateOnly SpreadsheetZero = new(1899, 12, 30);

    /// <summary>Dates as people in China write them, with a time behind them or not, or the number of a spreadsheet's day.</summary>
    public static DateOnly? Date(string text)
    {
        var day = TimeOfDay().Replace(text.Trim(), "");
        if (DateOnly.TryParseExact(day, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        return day.Length == 5 && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? SpreadsheetZero.AddDays(number) : null;
    }

    public static double? Number(string text) =>
        double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    public static int? Whole(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static Gender? Gender(string text) => text.Trim().ToLowerInvariant() switch
    {
        "男" or "先生" or "m" or "male" or "mr" or "mr." => Crm.Contracts.Gender.Male,
        "女" or "女士" or "小姐" or "f" or "female" or "mrs" or "mrs." or "ms" or "ms." or "miss" => Crm.Contracts.Gender.Female,
        "未知" or "不详" or "unknown" => Crm.Contracts.Gender.Unknown,
        _ => null,
    };

    public static SaleChannel? Channel(string text) => text.Trim().ToLowerInvariant() switch
    {
        "门店" or "专卖店" or "商场" or "shop" or "store" => SaleChannel.Shop,
        "经销商" or "代理商" or "dealer" => SaleChannel.Dealer,
        "网购" or "线上" or "电商" or "京东" or "天猫" or "淘宝" or "拼多多" or "抖音" or "online" => SaleChannel.Online,
        "电视购物" or "电视" or "television" or "tv" => SaleChannel.Television,
        "电话销售" or "电话" or "telephone" or "phone" => SaleChannel.Telephone,
        "工程团购" or "工程" or "团购" or "project" => SaleChannel.Project,
        "其他" or "other" => SaleChannel.Other,
        "不清楚" or "未知" or "unknown" => SaleChannel.Unknown,
        _ => null,
    };

    public static bool IsHostile(string text) => text.Any(UnicodeText.IsHostile);

    [GeneratedRegex(@"[ T]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex TimeOfDay();
}
