using System.Globalization;

namespace ServicePlatform.Fields;

public enum CustomFieldType
{
    /// <summary>At most 200 characters; found by the search.</summary>
    Text,
    Number,
    Date,

    /// <summary>One of a list.</summary>
    Choice,
    YesNo,
}

/// <summary>One value of a choice.</summary>
/// <param name="Code">Stable; what is stored.</param>
/// <param name="EnglishName">Null where the name serves both languages.</param>
public sealed record CustomChoice(string Code, string Name, string? EnglishName)
{
    public string LocalName => CustomField.Local(Name, EnglishName);
}

/// <summary>A field that a site has added to a kind of thing, without code.</summary>
/// <param name="SubjectKind">Kind of thing: <c>customer</c>.</param>
/// <param name="Code">Unique per kind, stable: <c>contract_no</c>.</param>
/// <param name="PrincipalId">The principal whose things have it; null for all.</param>
/// <param name="Least">Smallest number, or null.</param>
/// <param name="Most">Largest number, or null.</param>
/// <param name="Unit">Of a number: <c>MPa</c>.</param>
public sealed record CustomField(
    Guid Id,
    string SubjectKind,
    string Code,
    string Name,
    string? EnglishName,
    CustomFieldType Type,
    Guid? PrincipalId,
    bool IsRequired,
    bool IsFilter,
    IReadOnlyList<CustomChoice> Choices,
    double? Least,
    double? Most,
    string? Unit)
{
    public const string Yes = "yes";
    public const string No = "no";

    public string LocalName => Local(Name, EnglishName);

    /// <summary>Name of its control in a form, and of the field in failures.</summary>
    public string FormName => $"CustomFields[{Code}]";

    public bool IsOf(Guid? principalId) => PrincipalId is null || PrincipalId == principalId;

    internal static string Local(string name, string? english) =>
        string.IsNullOrEmpty(english) || CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en" ? name : english;
}

/// <summary>What somebody has entered, by the codes of the fields. Empty removes.</summary>
/// <param name="IsWhole">True where the form had all fields: those not named count as empty. False where only the named ones are meant.</param>
public sealed record CustomFieldInput(IReadOnlyDictionary<string, string?> Values, bool IsWhole)
{
    public static CustomFieldInput Whole(IReadOnlyDictionary<string, string?> values) => new(values, true);

    public static CustomFieldInput Some(IReadOnlyDictionary<string, string?> values) => new(values, false);
}

/// <summary>The fields of a thing with their stored values, for forms and pages.</summary>
/// <param name="Values">By code, as stored (see <see cref="CustomFieldText"/>); fields without a value are left out.</param>
public sealed record CustomFieldSheet(IReadOnlyList<CustomField> Fields, IReadOnlyDictionary<string, string?> Values)
{
    public static CustomFieldSheet Empty { get; } = new([], new Dictionary<string, string?>(StringComparer.Ordinal));

    /// <summary>Values as stored, without those that nobody has entered.</summary>
    public IEnumerable<(CustomField Field, string Value)> Filled =>
        Fields.Where(one => !string.IsNullOrEmpty(Values.GetValueOrDefault(one.Code))).Select(one => (one, Values[one.Code]!));
}
