namespace ServicePlatform.Kernel.Web;

/// <summary>Whether the host has opened its sites.</summary>
public sealed class PlatformState
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsReady => _ready.Task.IsCompletedSuccessfully;

    public Task WhenReady => _ready.Task;

    internal void SetReady() => _ready.TrySetResult();
}
