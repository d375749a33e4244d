using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.CustomFields.Definitions;
using ServicePlatform.Data;
using ServicePlatform.Recipes;
using ServicePlatform.Security;

namespace ServicePlatform.CustomFields.Recipes;

/// <summary>
/// Fields by kind of thing and code: <c>{"name":"custom-fields","fields":[{"of":"customer","code":"lift","name":"有无电梯","type":"YesNo"}]}</c>.
/// New ones come after those that stand; fields that the recipe does not name stay as they are.
/// </summary>
internal sealed class CustomFieldsStep(ISender sender, ISiteDb db, IEnumerable<IPrincipalNames> principals) : IRecipeStep
{
    public const string StepName = "custom-fields";

    public string Name => StepName;

    public Type Form => typeof(CustomFieldsForm);

    public async Task CheckAsync(RecipeStepContext context, IRecipeFindings findings, CancellationToken cancellationToken)
    {
        if (context.Bind<CustomFieldsForm>() is { Succeeded: true, Value: var form })
        {
            await new FieldChecks(db).CheckAsync(form, findings, cancellationToken);
        }
    }

    public async Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var step = context.Bind<CustomFieldsForm>();
        if (!step.Succeeded)
        {
            return step.Failure;
        }

        var brands = principals.LastOrDefault() is { } names ? await names.CodesAsync(cancellationToken) : new Dictionary<Guid, string>();
        var ids = brands.ToDictionary(brand => brand.Value, brand => brand.Key, StringComparer.Ordinal);
        for (var at = 0; at < step.Value.Fields.Count; at++)
        {
            var entry = step.Value.Fields[at];
            if (entry.Principal is { } code && !ids.ContainsKey(code))
            {
                return context.Failed(code, $"fields[{at}].principal");
            }

            var saved = await SaveAsync(entry, entry.Principal is { } brand ? ids[brand] : null, cancellationToken);
            if (!saved.Succeeded)
            {
                var field = saved.Failure.Fields is [var first, ..] ? first : null;
                return context.Failed(field is null ? saved.Failure.Code : $"{field.Field}: {field.Message ?? field.Code}", $"fields[{at}]");
            }
        }

        return Result.Done;
    }

    private async Task<Result<Guid>> SaveAsync(FieldEntry entry, Guid? principalId, CancellationToken cancellationToken)
    {
        var standing = await db.List<FieldDefinition>().Where(field => field.SubjectKind == entry.Of && field.Code == entry.Code)
            .Select(field => new { field.Id, field.Version }).FirstOrDefaultAsync(cancellationToken);
        var saved = await sender.SendAsync(
            new SaveField(
                standing?.Id, entry.Of, entry.Code, entry.Name, entry.EnglishName, entry.Type, principalId, entry.IsRequired, entry.IsFilter, entry.IsActive,
                [.. (entry.Choices ?? []).Select(choice => new ChoiceInput(choice.Code, choice.Name.Trim(), choice.EnglishName))], entry.Least, entry.Most, entry.Unit, standing?.Version ?? 0),
            cancellationToken);
        if (saved.Succeeded)
        {
            // The whole step is one transaction; the next field asks the database for its place.
            await db.SaveAsync(cancellationToken);
        }

        return saved;
    }
}
