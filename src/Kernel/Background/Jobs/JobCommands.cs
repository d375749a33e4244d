using ServicePlatform.Commands;
using ServicePlatform.Kernel.Scheduling;
using ServicePlatform.Security;

namespace ServicePlatform.Background.Jobs;

/// <summary>Runs a recurring job out of turn.</summary>
[RequirePermission(BackgroundPermissions.Manage)]
internal sealed record RunJob(string JobId) : ICommand;

/// <summary>Lets a recurring job rest, or wakes it.</summary>
[RequirePermission(BackgroundPermissions.Manage)]
internal sealed record PauseJob(string JobId, bool IsPaused) : ICommand;

internal sealed class RunJobHandler(JobBoard board) : ICommandHandler<RunJob, Done>
{
    public Task<Result<Done>> HandleAsync(RunJob command, CancellationToken cancellationToken) => board.RunNowAsync(command.JobId, cancellationToken);
}

internal sealed class PauseJobHandler(JobBoard board) : ICommandHandler<PauseJob, Done>
{
    public Task<Result<Done>> HandleAsync(PauseJob command, CancellationToken cancellationToken) => board.PauseAsync(command.JobId, command.IsPaused, cancellationToken);
}
