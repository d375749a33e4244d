using System.Diagnostics;

namespace ServicePlatform.Benchmarks.Lists;

/// <summary>One of the two servers that are compared, as a process of its own. It serves until it is disposed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, string[] said) => (_process, Said) = (process, said);

    /// <summary>What the server said of itself when it was ready: its address, and what follows.</summary>
    public IReadOnlyList<string> Said { get; }

    public Uri Address => new(Said[0] + "/");

    /// <summary>Processor time that it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<ServerProcess> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServerProcess).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The server could not be started.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("http://", StringComparison.Ordinal))
            {
                return new ServerProcess(process, line.Split(' '));
            }
        }

        throw new InvalidOperationException($"The server '{string.Join(' ', arguments)}' ended before it was ready.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
