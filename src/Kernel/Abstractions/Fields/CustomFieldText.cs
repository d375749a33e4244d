using System.Globalization;
using ServicePlatform.Commands;
using ServicePlatform.Data;

namespace ServicePlatform.Fields;

/// <summary>Reads what people type into a custom field, and writes what is stored for people.</summary>
public static class CustomFieldText
{
    private static readonly string[] Dates = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy'年'M'月'd'日'"];
    private static readonly string[] Yes = ["yes", "y", "true", "1", "是", "有", "on"];
    private static readonly string[] No = ["no", "n", "false", "0", "否", "无", "off"];

    /// <summary>
    /// The stored form: numbers and days in the invariant form, the code of a choice, yes or no. Null for nothing. A failure names
    /// the field's control.
    /// </summary>
    public static Result<string?> Read(CustomField field, string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length == 0)
        {
            return field.IsRequired ? Wrong(field, "kernel.field-required") : (string?)null;
        }

        return field.Type switch
        {
            CustomFieldType.Number => Number(field, text),
            CustomFieldType.Date => DateOnly.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? Day(day)
                : Wrong(field, "kernel.field-date"),
            CustomFieldType.Choice => field.Choices.FirstOrDefault(choice => Same(choice.Code, text) || Same(choice.Name, text) || Same(choice.EnglishName, text)) is { } chosen
                ? chosen.Code
                : Wrong(field, "kernel.field-choice", string.Join(", ", field.Choices.Select(choice => choice.LocalName))),
            CustomFieldType.YesNo => Yes.Contains(text, StringComparer.OrdinalIgnoreCase) ? CustomField.Yes
                : No.Contains(text, StringComparer.OrdinalIgnoreCase) ? CustomField.No
                : Wrong(field, "kernel.field-yes-no"),
            _ => text.Length > Lengths.Name ? Wrong(field, "kernel.field-long", Lengths.Name)
                : text.Any(char.IsControl) ? Wrong(field, "kernel.field-characters")
                : text,
        };
    }

    /// <summary>For people: the name of a choice, a number with its unit. Yes and no are texts of the page.</summary>
    public static string Write(CustomField field, string stored) => field.Type switch
    {
        CustomFieldType.Choice => field.Choices.FirstOrDefault(choice => choice.Code == stored)?.LocalName ?? stored,
        CustomFieldType.Number when field.Unit is { Length: > 0 } unit => $"{stored} {unit}",
        _ => stored,
    };

    /// <summary>By which ranges are compared: the number, or the day's number. Null for types that have no order.</summary>
    public static double? Order(CustomField field, string stored) => field.Type switch
    {
        CustomFieldType.Number => double.Parse(stored, CultureInfo.InvariantCulture),
        CustomFieldType.Date => DateOnly.ParseExact(stored, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber,
        _ => null,
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Result<string?> Number(CustomField field, string text)
    {
        if (!double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return Wrong(field, "kernel.field-number");
        }

        return number < field.Least ? Wrong(field, "kernel.field-least", field.Least)
            : number > field.Most ? Wrong(field, "kernel.field-most", field.Most)
            : number.ToString("R", CultureInfo.InvariantCulture);
    }

    private static bool Same(string? name, string typed) => string.Equals(name, typed, StringComparison.OrdinalIgnoreCase);

    private static Failure Wrong(CustomField field, string code, params object[] arguments) =>
        Failure.Invalid([new FieldFailure(field.FormName, code) { Arguments = [field.LocalName, .. arguments] }]);
}
