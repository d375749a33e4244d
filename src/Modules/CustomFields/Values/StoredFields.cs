using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.CustomFields.Definitions;
using ServicePlatform.Data;
using ServicePlatform.Fields;
using ServicePlatform.Search;

namespace ServicePlatform.CustomFields.Values;

internal sealed class StoredFields(ISiteDb db) : ICustomFields
{
    /// <summary>Read once per scope; a change of a definition takes effect at the next request.</summary>
    private Task<List<CustomField>>? _all;

    public async Task<IReadOnlyList<CustomField>> ListAsync(string kind, Guid? principalId, CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken)).Where(field => field.SubjectKind == kind && (principalId is null || field.IsOf(principalId)))];

    public async Task<CustomFieldSheet> SheetAsync(Subject subject, Guid principalId, CancellationToken cancellationToken)
    {
        var fields = await ListAsync(subject.Kind, principalId, cancellationToken);
        if (fields.Count == 0)
        {
            return CustomFieldSheet.Empty;
        }

        var values = await db.List<FieldValue>().Where(value => value.SubjectId == subject.Id).ToDictionaryAsync(value => value.DefinitionId, value => value.Text, cancellationToken);
        return new CustomFieldSheet(fields, fields.Where(field => values.ContainsKey(field.Id)).ToDictionary(field => field.Code, string? (field) => values[field.Id], StringComparer.Ordinal));
    }

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>> ValuesAsync(string kind, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var codes = (await ListAsync(kind, null, cancellationToken)).ToDictionary(field => field.Id, field => field.Code);
        var values = codes.Count == 0 ? [] : await db.List<FieldValue>().Where(value => ids.Contains(value.SubjectId)).ToListAsync(cancellationToken);
        return values.Where(value => codes.ContainsKey(value.DefinitionId))
            .GroupBy(value => value.SubjectId)
            .ToDictionary(group => group.Key, IReadOnlyDictionary<string, string> (group) => group.ToDictionary(value => codes[value.DefinitionId], value => value.Text, StringComparer.Ordinal));
    }

    public async Task<Result<bool>> SetAsync(Subject subject, Guid principalId, CustomFieldInput input, bool isNew, CancellationToken cancellationToken)
    {
        var fields = await ListAsync(subject.Kind, principalId, cancellationToken);
        var read = ReadInput(fields, input);
        if (!read.Succeeded)
        {
            return read.Failure;
        }

        if (read.Value.Count == 0)
        {
            return false;
        }

        var standing = isNew ? [] : await db.Set<FieldValue>().Where(value => value.SubjectId == subject.Id).ToDictionaryAsync(value => value.DefinitionId, cancellationToken);
        var changed = false;
        foreach (var (field, text) in read.Value)
        {
            changed |= Put(subject, field, text, standing.GetValueOrDefault(field.Id));
        }

        return changed;
    }

    public async Task<IReadOnlyList<(SearchField Field, string Text)>> SearchTextsAsync(Subject subject, CancellationToken cancellationToken)
    {
        var texts = (await ListAsync(subject.Kind, null, cancellationToken)).Where(field => field.Type == CustomFieldType.Text).Select(field => field.Id).ToHashSet();
        if (texts.Count == 0)
        {
            return [];
        }

        // Find sees what this transaction has changed and not saved yet.
        await db.Set<FieldValue>().Where(value => value.SubjectId == subject.Id).LoadAsync(cancellationToken);
        return [.. db.Set<FieldValue>().Local.Where(value => value.SubjectId == subject.Id && texts.Contains(value.DefinitionId)).Select(value => (SearchField.Name, value.Text))];
    }

    public async Task<IQueryable<T>> NarrowAsync<T>(IQueryable<T> rows, string kind, IReadOnlyList<CustomFilter> filters, CancellationToken cancellationToken)
        where T : Entity
    {
        var fields = filters.Count == 0 ? [] : await ListAsync(kind, null, cancellationToken);
        foreach (var filter in filters)
        {
            if (fields.FirstOrDefault(field => field.Code == filter.Code) is { } field)
            {
                rows = FieldFilters.Narrow(rows, db.List<FieldValue>(), field, filter);
            }
        }

        return rows;
    }

    public Task RemoveAsync(Subject subject, CancellationToken cancellationToken) =>
        db.Set<FieldValue>().Where(value => value.SubjectId == subject.Id).ExecuteDeleteAsync(cancellationToken);

    private static Result<List<(CustomField Field, string? Text)>> ReadInput(IReadOnlyList<CustomField> fields, CustomFieldInput input)
    {
        var read = new List<(CustomField, string?)>();
        var wrong = input.Values.Where(pair => !string.IsNullOrWhiteSpace(pair.Value) && fields.All(field => field.Code != pair.Key))
            .Select(pair => new FieldFailure($"CustomFields[{pair.Key}]", "kernel.field-unknown") { Arguments = [pair.Key] })
            .ToList();
        foreach (var field in fields.Where(field => input.IsWhole || input.Values.ContainsKey(field.Code)))
        {
            var text = CustomFieldText.Read(field, input.Values.GetValueOrDefault(field.Code));
            if (text.Succeeded)
            {
                read.Add((field, text.Value));
            }
            else
            {
                wrong.AddRange(text.Failure.Fields);
            }
        }

        return wrong.Count > 0 ? Failure.Invalid(wrong) : read;
    }

    private bool Put(Subject subject, CustomField field, string? text, FieldValue? standing)
    {
        if (standing?.Text == text)
        {
            return false;
        }

        if (text is null)
        {
            db.Set<FieldValue>().Remove(standing!);
        }
        else if (standing is null)
        {
            db.Set<FieldValue>().Add(new FieldValue { SubjectId = subject.Id, DefinitionId = field.Id, SubjectKind = subject.Kind, Text = text, Place = CustomFieldText.Order(field, text) });
        }
        else
        {
            (standing.Text, standing.Place) = (text, CustomFieldText.Order(field, text));
        }

        return true;
    }

    private Task<List<CustomField>> AllAsync(CancellationToken cancellationToken) => _all ??= ReadAsync(cancellationToken);

    private async Task<List<CustomField>> ReadAsync(CancellationToken cancellationToken) =>
        [.. (await db.List<FieldDefinition>().Where(field => field.IsActive).OrderBy(field => field.Place).ThenBy(field => field.Code).ToListAsync(cancellationToken)).Select(field => field.ToField())];
}
