using ServicePlatform.Data;
using ServicePlatform.Fields;

namespace ServicePlatform.CustomFields.Values;

/// <summary>Narrows rows to those whose value in a field fits.</summary>
internal static class FieldFilters
{
    public static IQueryable<T> Narrow<T>(IQueryable<T> rows, IQueryable<FieldValue> values, CustomField field, CustomFilter filter)
        where T : Entity
    {
        var optional = field with { IsRequired = false, Least = null, Most = null };
        values = values.Where(value => value.DefinitionId == field.Id);
        if (filter.Value is { } wanted)
        {
            if (field.Type == CustomFieldType.Text)
            {
                // A range, so that the index is used; case as it was typed.
                var (low, high) = (wanted.Trim(), wanted.Trim() + '\uffff');
                var beginning = values.Where(value => string.Compare(value.Text, low) >= 0 && string.Compare(value.Text, high) < 0).Select(value => value.SubjectId);
                return rows.Where(row => beginning.Contains(row.Id));
            }

            if (CustomFieldText.Read(optional, wanted) is { Succeeded: true, Value: { } exact })
            {
                var same = values.Where(value => value.Text == exact).Select(value => value.SubjectId);
                rows = rows.Where(row => same.Contains(row.Id));
            }
        }

        var (from, until) = (PlaceOf(optional, filter.From), PlaceOf(optional, filter.Until));
        if (from is null && until is null)
        {
            return rows;
        }

        var between = values.Where(value => value.Place != null && (from == null || value.Place >= from) && (until == null || value.Place <= until)).Select(value => value.SubjectId);
        return rows.Where(row => between.Contains(row.Id));
    }

    private static double? PlaceOf(CustomField field, string? typed) =>
        typed is not null && CustomFieldText.Read(field, typed) is { Succeeded: true, Value: { } stored } ? CustomFieldText.Order(field, stored) : null;
}
