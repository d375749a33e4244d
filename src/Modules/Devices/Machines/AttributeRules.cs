using System.Globalization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Categories;

namespace ServicePlatform.Devices.Machines;

/// <summary>Holds a machine's attribute values against those that its category asks for.</summary>
internal static class AttributeRules
{
    public const string Yes = "yes";
    public const string No = "no";

    public static Failure? Check(Category category, IReadOnlyDictionary<string, string>? values)
    {
        if (values is null)
        {
            return null;
        }

        var wrong = values.Where(pair => category.Attributes.All(attribute => attribute.Code != pair.Key) && !string.IsNullOrWhiteSpace(pair.Value))
            .Select(pair => new FieldFailure(Field(pair.Key), "devices.attribute-unknown") { Arguments = [pair.Key] })
            .Concat(category.Attributes.Select(attribute => Check(attribute, values.GetValueOrDefault(attribute.Code))).OfType<FieldFailure>())
            .ToList();
        return wrong.Count == 0 ? null : Failure.Invalid(wrong);
    }

    public static string Field(string code) => $"Attributes[{code}]";

    private static FieldFailure? Check(CategoryAttribute attribute, string? value)
    {
        var name = LocalName.Of(attribute.Name, attribute.EnglishName);
        if (string.IsNullOrWhiteSpace(value))
        {
            return attribute.IsRequired ? new FieldFailure(Field(attribute.Code), "devices.attribute-required") { Arguments = [name] } : null;
        }

        var fits = attribute.Kind switch
        {
            AttributeKind.Number => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number),
            AttributeKind.YesNo => value is Yes or No,
            _ => value.Trim().Length <= Lengths.Name,
        };
        return fits ? null : new FieldFailure(Field(attribute.Code), "devices.attribute-unreadable") { Arguments = [name] };
    }
}
