using Microsoft.Extensions.DependencyInjection;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>A scope that is disposed when the calls that it has lost have let go of it; who disposes it does not wait for them.</summary>
internal sealed class PatientScope(AsyncServiceScope scope) : IServiceScope, IAsyncDisposable
{
    // At once: the host may be gone when the scope is disposed.
    private readonly LostCalls _calls = scope.ServiceProvider.GetRequiredService<LostCalls>();

    public IServiceProvider ServiceProvider => scope.ServiceProvider;

    public void Dispose()
    {
        if (_calls.Open is { Count: > 0 } lost)
        {
            _ = DisposeAfterAsync(lost);
        }
        else
        {
            scope.Dispose();
        }
    }

    public ValueTask DisposeAsync()
    {
        if (_calls.Open is not { Count: > 0 } lost)
        {
            return scope.DisposeAsync();
        }

        _ = DisposeAfterAsync(lost);
        return ValueTask.CompletedTask;
    }

    private async Task DisposeAfterAsync(IReadOnlyList<Task> lost)
    {
        await Task.WhenAll(lost).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await scope.DisposeAsync();
    }
}
