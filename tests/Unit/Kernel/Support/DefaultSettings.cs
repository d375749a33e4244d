using ServicePlatform.Settings;

namespace ServicePlatform.UnitTests.Kernel.Support;

/// <summary>Settings that nobody has changed.</summary>
internal sealed class DefaultSettings : ISettings
{
    public Task<T> GetAsync<T>(CancellationToken cancellationToken)
        where T : class, new() => Task.FromResult(new T());

    public Task<int> VersionAsync<T>(CancellationToken cancellationToken)
        where T : class, new() => Task.FromResult(-1);

    public Task SetAsync<T>(T value, CancellationToken cancellationToken)
        where T : class, new() => Task.CompletedTask;
}
