using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Health;

/// <summary>Whether the disk of the data folder has room.</summary>
internal sealed class DiskHealth(IOptions<PlatformOptions> options) : IHealthCheck
{
    private const long Megabyte = 1024 * 1024;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var least = options.Value.LeastFreeMegabytes;
        try
        {
            var free = new DriveInfo(Path.GetFullPath(options.Value.DataFolder)).AvailableFreeSpace / Megabyte;
            var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["freeMegabytes"] = free, ["leastMegabytes"] = least };
            return Task.FromResult(free >= least
                ? HealthCheckResult.Healthy(data: data)
                : HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture, $"{free} MB are free, {least} MB are wanted."), data: data));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Task.FromResult(HealthCheckResult.Degraded("How much room there is cannot be read."));
        }
    }
}

/// <summary>Whether the data folder takes a file and gives it back. Without it pages are still read, so the host is degraded, not down.</summary>
internal sealed class WriteHealth(IOptions<PlatformOptions> options) : IHealthCheck
{
    private static readonly byte[] Content = "written to see whether the folder takes files"u8.ToArray();

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var file = Path.Combine(options.Value.DataFolder, $".health-{Guid.NewGuid():N}");
        try
        {
            await using (var stream = new FileStream(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose }))
            {
                await stream.WriteAsync(Content, cancellationToken);
                stream.Flush(flushToDisk: true);
                stream.Position = 0;
                var read = new byte[Content.Length];
                await stream.ReadExactlyAsync(read, cancellationToken);
                return read.AsSpan().SequenceEqual(Content) ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("The data folder gave back something else.");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Degraded("The data folder takes no files.");
        }
    }
}
