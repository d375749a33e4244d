using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.CustomFields.Values;
using ServicePlatform.Data;
using ServicePlatform.Security;

namespace ServicePlatform.CustomFields.Definitions;

/// <summary>All fields, also those that are switched off, in their order.</summary>
[RequirePermission(CustomFieldPermissions.Manage)]
internal sealed record ListFields : IQuery<IReadOnlyList<FieldLine>>;

/// <param name="IsUsed">Some thing has a value.</param>
internal sealed record FieldLine(FieldDefinition Field, bool IsUsed);

[RequirePermission(CustomFieldPermissions.Manage)]
internal sealed record GetField(Guid FieldId) : IQuery<FieldLine>;

/// <summary>Moves a field before the one above it, or after the one below it.</summary>
[RequirePermission(CustomFieldPermissions.Manage)]
internal sealed record MoveField(Guid FieldId, bool Up) : ICommand;

internal sealed class ListFieldsHandler(ISiteDb db) : IQueryHandler<ListFields, IReadOnlyList<FieldLine>>
{
    public async Task<Result<IReadOnlyList<FieldLine>>> HandleAsync(ListFields query, CancellationToken cancellationToken)
    {
        var fields = await db.List<FieldDefinition>().OrderBy(field => field.Place).ThenBy(field => field.Code).ToListAsync(cancellationToken);
        var used = await db.List<FieldDefinition>().Where(field => db.Set<FieldValue>().Any(value => value.DefinitionId == field.Id)).Select(field => field.Id).ToListAsync(cancellationToken);
        return fields.ConvertAll(field => new FieldLine(field, used.Contains(field.Id)));
    }
}

internal sealed class GetFieldHandler(ISiteDb db) : IQueryHandler<GetField, FieldLine>
{
    public async Task<Result<FieldLine>> HandleAsync(GetField query, CancellationToken cancellationToken)
    {
        var field = await db.List<FieldDefinition>().FirstOrDefaultAsync(row => row.Id == query.FieldId, cancellationToken);
        return field is null ? Failure.NotFound("custom-fields.not-found") : new FieldLine(field, await db.List<FieldValue>().AnyAsync(value => value.DefinitionId == field.Id, cancellationToken));
    }
}

internal sealed class MoveFieldHandler(ISiteDb db) : ICommandHandler<MoveField, Done>
{
    public async Task<Result<Done>> HandleAsync(MoveField command, CancellationToken cancellationToken)
    {
        var field = await db.Set<FieldDefinition>().FirstOrDefaultAsync(row => row.Id == command.FieldId, cancellationToken);
        if (field is null)
        {
            return Failure.NotFound("custom-fields.not-found");
        }

        var row = await db.Set<FieldDefinition>().Where(other => other.SubjectKind == field.SubjectKind).OrderBy(other => other.Place).ThenBy(other => other.Code).ToListAsync(cancellationToken);
        var at = row.IndexOf(field);
        var to = command.Up ? at - 1 : at + 1;
        if (to >= 0 && to < row.Count)
        {
            (row[at], row[to]) = (row[to], row[at]);
        }

        for (var place = 0; place < row.Count; place++)
        {
            row[place].Place = place + 1;
        }

        return Result.Done;
    }
}
