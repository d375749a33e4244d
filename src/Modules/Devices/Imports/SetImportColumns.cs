using FluentValidation;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Devices.Imports;

/// <summary>Says what the columns of the file mean, in their order; empty for one that means nothing.</summary>
/// <param name="Columns">Names of <see cref="ImportColumn"/>, or fields of the site's own: <c>customer.contract_no</c>.</param>
[RequirePermission(DevicePermissions.Import)]
internal sealed record SetImportColumns(Guid ImportId, IReadOnlyList<string?> Columns, int Version) : ICommand;

internal sealed class SetImportColumnsValidator : AbstractValidator<SetImportColumns>
{
    public SetImportColumnsValidator()
    {
        RuleFor(command => command.Columns).NotNull().Must(columns => columns.Count <= TableFile.MostColumns);
    }
}

internal sealed class SetImportColumnsHandler(ISiteDb db, ImportFields fields, IActorContext actors) : ICommandHandler<SetImportColumns, Done>
{
    public async Task<Result<Done>> HandleAsync(SetImportColumns command, CancellationToken cancellationToken)
    {
        var import = await db.Set<Import>().OpenAsync(command.ImportId, command.Version, actors.Current, cancellationToken);
        if (!import.Succeeded)
        {
            return import.Failure;
        }

        var known = await fields.ListAsync(import.Value.PrincipalId, cancellationToken);
        var wrong = Enumerable.Range(0, command.Columns.Count)
            .Where(place => !string.IsNullOrEmpty(command.Columns[place]))
            .Select(place => (Place: place, Meaning: command.Columns[place]!, Twice: command.Columns.Count(other => other == command.Columns[place]) > 1))
            .Select(column => column.Twice ? new FieldFailure($"Columns[{column.Place}]", "devices.import-column-twice")
                : ColumnMap.ColumnOf(column.Meaning) is null && !known.ContainsKey(column.Meaning) ? new FieldFailure($"Columns[{column.Place}]", "devices.import-column-unknown")
                : null)
            .OfType<FieldFailure>()
            .ToList();
        if (wrong.Count > 0)
        {
            return Failure.Invalid(wrong);
        }

        import.Value.SetColumns(ColumnMap.Of(command.Columns), command.Columns.Count);
        return Result.Done;
    }
}
