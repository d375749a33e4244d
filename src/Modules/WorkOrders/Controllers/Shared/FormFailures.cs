using ServicePlatform.Commands;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>Brings the fields of a failed command to the names that they have in the form.</summary>
internal static class FormFailures
{
    /// <param name="form">Name that stands before the fields of the form; empty for none.</param>
    /// <param name="names">Fields that the form calls otherwise.</param>
    public static Failure Under(this Failure failure, string form, params (string Command, string Form)[] names) => failure with
    {
        Fields = [.. failure.Fields.Select(field => field with { Field = Name(field.Field, form, names) })],
    };

    private static string Name(string field, string form, (string Command, string Form)[] names)
    {
        var name = Array.Find(names, pair => pair.Command == field).Form ?? field;
        return form.Length == 0 ? name : $"{form}.{name}";
    }
}
