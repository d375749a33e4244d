using Microsoft.EntityFrameworkCore;
using ServicePlatform.CustomFields.Definitions;
using ServicePlatform.CustomFields.Values;
using ServicePlatform.Data;
using ServicePlatform.Fields;
using ServicePlatform.Recipes;

namespace ServicePlatform.CustomFields.Recipes;

/// <summary>Finds in a recipe's fields what their form cannot tell, also against the fields and values that stand.</summary>
internal sealed class FieldChecks(ISiteDb db)
{
    public async Task CheckAsync(CustomFieldsForm form, IRecipeFindings findings, CancellationToken cancellationToken)
    {
        var standing = await db.List<FieldDefinition>().ToDictionaryAsync(field => (field.SubjectKind, field.Code), cancellationToken);
        for (var at = 0; at < form.Fields.Count; at++)
        {
            var (entry, path) = (form.Fields[at], $"fields[{at}]");
            CheckNumber(entry, path, findings);
            CheckChoices(entry, path, findings);
            if (standing.GetValueOrDefault((entry.Of, entry.Code)) is { } field)
            {
                await CheckUseAsync(entry, field, path, findings, cancellationToken);
            }
        }

        foreach (var kind in form.Fields.GroupBy(entry => entry.Of, StringComparer.Ordinal))
        {
            var all = standing.Keys.Where(key => key.SubjectKind == kind.Key).Select(key => key.Code).Union(kind.Select(entry => entry.Code), StringComparer.Ordinal);
            if (all.Count() > FieldDefinition.MostOfKind)
            {
                findings.Add("fields", "custom-fields.recipe-too-many", kind.Key, FieldDefinition.MostOfKind);
            }
        }
    }

    private static void CheckNumber(FieldEntry entry, string path, IRecipeFindings findings)
    {
        if (entry.Type != CustomFieldType.Number && (entry.Least is not null || entry.Most is not null || entry.Unit is not null))
        {
            findings.Add(path, "custom-fields.recipe-not-number");
        }
        else if (entry.Most < entry.Least)
        {
            findings.Add(path + ".most", "custom-fields.recipe-range", entry.Least!, entry.Most!);
        }
    }

    private static void CheckChoices(FieldEntry entry, string path, IRecipeFindings findings)
    {
        var choices = entry.Choices ?? [];
        if (entry.Type != CustomFieldType.Choice)
        {
            if (choices.Count > 0)
            {
                findings.Add(path + ".choices", "custom-fields.recipe-not-choice");
            }

            return;
        }

        if (choices.Count is 0 or > FieldDefinition.MostChoices)
        {
            findings.Add(entry.Choices is null ? path : path + ".choices", "custom-fields.recipe-choice-count", FieldDefinition.MostChoices);
        }

        var (codes, names) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        for (var at = 0; at < choices.Count; at++)
        {
            if (!codes.Add(choices[at].Code))
            {
                findings.Add($"{path}.choices[{at}].code", "custom-fields.recipe-choice-twice", choices[at].Code);
            }
            else if (!names.Add(choices[at].Name.Trim()))
            {
                findings.Add($"{path}.choices[{at}].name", "custom-fields.recipe-choice-twice", choices[at].Name);
            }
        }
    }

    private async Task CheckUseAsync(FieldEntry entry, FieldDefinition field, string path, IRecipeFindings findings, CancellationToken cancellationToken)
    {
        var values = db.List<FieldValue>().Where(value => value.DefinitionId == field.Id);
        if (entry.Type != field.Type)
        {
            if (await values.AnyAsync(cancellationToken))
            {
                findings.Add(path + ".type", "custom-fields.recipe-type-in-use");
            }

            return;
        }

        foreach (var gone in field.Choices.Where(choice => entry.Choices?.Any(kept => kept.Code == choice.Code) != true))
        {
            if (await values.AnyAsync(value => value.Text == gone.Code, cancellationToken))
            {
                findings.Add(entry.Choices is null ? path : path + ".choices", "custom-fields.recipe-choice-in-use", gone.LocalName);
            }
        }
    }
}
