using FluentValidation;
using ServicePlatform.Commands;
using ServicePlatform.Security;
using ServicePlatform.Settings;

namespace ServicePlatform.Operator.Backups;

/// <param name="Nights">0 to 365.</param>
[RequirePermission(OperatorPermissions.Sites)]
internal sealed record SaveBackupSettings(int Nights) : ICommand;

internal sealed class SaveBackupSettingsRules : AbstractValidator<SaveBackupSettings>
{
    public SaveBackupSettingsRules() => RuleFor(command => command.Nights).InclusiveBetween(0, 365);
}

internal sealed class SaveBackupSettingsHandler(ISettings settings) : ICommandHandler<SaveBackupSettings, Done>
{
    public async Task<Result<Done>> HandleAsync(SaveBackupSettings command, CancellationToken cancellationToken)
    {
        await settings.SetAsync(new BackupSettings { Nights = command.Nights }, cancellationToken);
        return Result.Done;
    }
}
