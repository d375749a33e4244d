using Microsoft.EntityFrameworkCore;
using ServicePlatform.CustomFields.Definitions;
using ServicePlatform.Data;
using ServicePlatform.Fields;
using ServicePlatform.Recipes;
using ServicePlatform.Security;

namespace ServicePlatform.CustomFields.Recipes;

/// <summary>All fields, also those that are switched off, in their order. After every module whose things have fields, and after principals.</summary>
internal sealed class CustomFieldsExport(ISiteDb db, IEnumerable<ICustomFieldSubject> subjects, IEnumerable<IPrincipalNames> principals) : IRecipeExport
{
    public int Order => 90;

    public async Task<IReadOnlyList<object>> ExportAsync(CancellationToken cancellationToken)
    {
        // Fields of a feature that is off could not be brought back: nothing in such a site has them.
        var kinds = subjects.OrderBy(subject => subject.Order).Select(subject => subject.Kind).ToList();
        var fields = await db.List<FieldDefinition>().Where(field => kinds.Contains(field.SubjectKind)).OrderBy(field => field.Place).ThenBy(field => field.Code).ToListAsync(cancellationToken);
        if (fields.Count == 0)
        {
            return [];
        }

        var brands = principals.LastOrDefault() is { } names ? await names.CodesAsync(cancellationToken) : new Dictionary<Guid, string>();
        return
        [
            new CustomFieldsForm(CustomFieldsStep.StepName, [.. fields.Where(field => field.PrincipalId is not { } brand || brands.ContainsKey(brand))
                .OrderBy(field => kinds.IndexOf(field.SubjectKind)).Select(field => Entry(field, field.PrincipalId is { } brand ? brands[brand] : null))]),
        ];
    }

    private static FieldEntry Entry(FieldDefinition field, string? principal) => new(
        field.SubjectKind, field.Code, field.Name, field.Type, field.EnglishName, principal, field.IsRequired, field.IsFilter, field.IsActive, field.Least, field.Most, field.Unit,
        field.Choices.Count == 0 ? null : [.. field.Choices.Select(choice => new ChoiceEntry(choice.Code, choice.Name, choice.EnglishName))]);
}
