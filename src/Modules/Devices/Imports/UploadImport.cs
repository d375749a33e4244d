using FluentValidation;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Files;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Devices.Imports;

/// <summary>Keeps a table and guesses what its columns mean. Nothing is imported yet. Answers the import's id.</summary>
[RequirePermission(DevicePermissions.Import)]
internal sealed record UploadImport(Guid PrincipalId, string FileName, Stream File) : ICommand<Guid>;

internal sealed class UploadImportValidator : AbstractValidator<UploadImport>
{
    public UploadImportValidator()
    {
        RuleFor(command => command.PrincipalId).NotEmpty();
        RuleFor(command => command.FileName).NotEmpty();
        RuleFor(command => command.File).NotNull();
    }
}

internal sealed class UploadImportHandler(ISiteDb db, IFileStore files, IPrincipalReader principals, ImportFields fields, IActorContext actors, IClock clock) : ICommandHandler<UploadImport, Guid>
{
    public async Task<Result<Guid>> HandleAsync(UploadImport command, CancellationToken cancellationToken)
    {
        if (!actors.Current.WorksFor(command.PrincipalId)
            || (await principals.ListAsync(cancellationToken)).All(principal => principal.Id != command.PrincipalId || !principal.IsActive))
        {
            return Failure.Invalid(nameof(command.PrincipalId), "devices.principal-unknown");
        }

        var id = Guid.CreateVersion7();
        var stored = await files.SaveAsync(command.File, command.FileName, new Subject(Import.Kind, id), FileRules.Table, nameof(command.File), cancellationToken);
        if (!stored.Succeeded)
        {
            // Spreadsheets themselves and their 'Unicode text' come this way: the answer says what to save it as.
            return stored.Failure.Fields.Any(field => field.Code == "kernel.file-type") ? Failure.Invalid(nameof(command.File), "devices.import-encoding") : stored.Failure;
        }

        command.File.Position = 0;
        using var memory = new MemoryStream();
        await command.File.CopyToAsync(memory, cancellationToken);
        var table = TableFile.Read(memory.ToArray());
        if (!table.Succeeded)
        {
            return table.Failure;
        }

        var import = new Import
        {
            Id = id,
            PrincipalId = command.PrincipalId,
            FileId = stored.Value.Id,
            FileName = Path.GetFileName(command.FileName) is { Length: <= Lengths.Name } name ? name : command.FileName[..Lengths.Name],
            Encoding = table.Value.Encoding,
            Rows = table.Value.Rows.Count,
            CreatedBy = actors.Current.UserId,
            CreatedAt = clock.UtcNow,
        };
        import.SetColumns(HeaderGuess.Of(table.Value.Headers, await fields.ListAsync(command.PrincipalId, cancellationToken)), table.Value.Headers.Count);
        db.Set<Import>().Add(import);
        return id;
    }
}
