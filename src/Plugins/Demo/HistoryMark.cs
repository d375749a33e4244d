using ServicePlatform.Commands;
using ServicePlatform.Security;
using ServicePlatform.Settings;

namespace ServicePlatform.Demo;

internal enum HistoryState
{
    None,
    Interrupted,
    Played,
}

/// <summary>How far the site's history has been played.</summary>
internal sealed class HistoryMark(ISettings settings, ISender sender)
{
    public async Task<HistoryState> StateAsync(CancellationToken cancellationToken) =>
        (await settings.GetAsync<DemoHistory>(cancellationToken)).State;

    public async Task SetAsync(HistoryState state, CancellationToken cancellationToken) =>
        await sender.SendAsync(new MarkHistory(state), cancellationToken);
}

internal sealed record DemoHistory
{
    public HistoryState State { get; init; }
}

[Internal]
internal sealed record MarkHistory(HistoryState State) : ICommand;

internal sealed class MarkHistoryHandler(ISettings settings) : ICommandHandler<MarkHistory, Done>
{
    public async Task<Result<Done>> HandleAsync(MarkHistory command, CancellationToken cancellationToken)
    {
        await settings.SetAsync(new DemoHistory { State = command.State }, cancellationToken);
        return Result.Done;
    }
}
