namespace ServicePlatform.Demo.Acting;

/// <summary>All acts of the history, each at its time, to be played in the order of time.</summary>
internal sealed class Script
{
    private readonly List<Act> _acts = [];

    public int Count => _acts.Count;

    public DateTime LastAt => _acts.Max(act => act.At);

    public void Add(DateTime at, Func<Stage, Task> play) => _acts.Add(new Act(at, _acts.Count, play));

    /// <exception cref="ActRefusedException">A use case refused an act.</exception>
    public async Task PlayAsync(Stage stage, CancellationToken cancellationToken)
    {
        foreach (var act in _acts.OrderBy(act => act.At).ThenBy(act => act.Number))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await act.Play(stage);
        }
    }

    private sealed record Act(DateTime At, int Number, Func<Stage, Task> Play);
}
