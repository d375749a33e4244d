using FluentValidation;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Devices.Imports;

/// <summary>Says what the columns of the file mean, in their order; null for one that means nothing.</summary>
[RequirePermission(DevicePermissions.Import)]
internal sealed record SetImportColumns(Guid ImportId, IReadOnlyList<ImportColumn?> Columns, int Version) : ICommand;

internal sealed class SetImportColumnsValidator : AbstractValidator<SetImportColumns>
{
    public SetImportColumnsValidator()
    {
        RuleFor(command => command.Columns).NotNull().Must(columns => columns.Count <= TableFile.MostColumns);
        RuleForEach(command => command.Columns).IsInEnum();
    }
}

internal sealed class SetImportColumnsHandler(ISiteDb db, IActorContext actors) : ICommandHandler<SetImportColumns, Done>
{
    public async Task<Result<Done>> HandleAsync(SetImportColumns command, CancellationToken cancellationToken)
    {
        var import = await db.Set<Import>().OpenAsync(command.ImportId, command.Version, actors.Current, cancellationToken);
        if (!import.Succeeded)
        {
            return import.Failure;
        }

        var twice = command.Columns.OfType<ImportColumn>().GroupBy(column => column).Where(group => group.Count() > 1).Select(group => group.Key).ToList();
        if (twice.Count > 0)
        {
            return Failure.Invalid([.. Enumerable.Range(0, command.Columns.Count)
                .Where(place => command.Columns[place] is { } column && twice.Contains(column))
                .Select(place => new FieldFailure($"Columns[{place}]", "devices.import-column-twice"))]);
        }

        var places = Enumerable.Range(0, command.Columns.Count).Where(place => command.Columns[place] is not null).ToDictionary(place => command.Columns[place]!.Value);
        import.Value.SetColumns(new ColumnMap(places), command.Columns.Count);
        return Result.Done;
    }
}
