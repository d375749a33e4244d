using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ServicePlatform.Benchmarks.Faults;

/// <summary>The host as a process of its own on a data folder, to be killed, starved and measured.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly HttpClient Probe = new() { Timeout = TimeSpan.FromSeconds(2) };

    private readonly Process _process;
    private readonly Stopwatch _sinceStart = Stopwatch.StartNew();

    private HostProcess(Process process, int port) => (_process, Address) = (process, new Uri($"http://127.0.0.1:{port}/"));

    public Uri Address { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <param name="folder">Data folder.</param>
    /// <param name="settings">Settings by their names in the environment: <c>Platform__SignInsPerMinute</c>.</param>
    /// <param name="host">Path of <c>ServicePlatform.Host.dll</c>; null for the one beside this program, which has the sample module too.</param>
    public static HostProcess Start(string folder, IReadOnlyDictionary<string, string>? settings = null, string? host = null)
    {
        var port = FreePort();
        var own = Path.Combine(AppContext.BaseDirectory, "ServicePlatform.Benchmarks");
        string[] program = host is null
            ? ["exec", "--runtimeconfig", own + ".runtimeconfig.json", "--depsfile", own + ".deps.json", Path.Combine(AppContext.BaseDirectory, "ServicePlatform.Host.dll")]
            : [host];
        var start = new ProcessStartInfo("dotnet", [.. program, "--urls", $"http://127.0.0.1:{port}", "--data", folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = host is null ? AppContext.BaseDirectory : Path.GetDirectoryName(host)!,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Benchmark";
        start.Environment["Logging__LogLevel__Default"] = "Error";
        start.Environment["Platform__SignInsPerMinute"] = "100000";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The host could not be started.");
        process.OutputDataReceived += (_, line) => Say(line.Data);
        process.ErrorDataReceived += (_, line) => Say(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new HostProcess(process, port);
    }

    /// <summary>Waits until the host calls itself ready.</summary>
    /// <returns>The time since its process was started.</returns>
    public async Task<TimeSpan> ReadyAsync(TimeSpan patience)
    {
        while (_sinceStart.Elapsed < patience)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The host ended with {_process.ExitCode} before it was ready.");
            }

            if (await IsReadyAsync())
            {
                return _sinceStart.Elapsed;
            }

            await Task.Delay(20);
        }

        throw new TimeoutException($"The host was not ready within {patience.TotalSeconds} s.");
    }

    public async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Probe.GetAsync(new Uri(Address, "health/ready"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    public async Task StopAsync()
    {
        await MachineProgram.RunAsync("kill", "-TERM", Id.ToString());
        await _process.WaitForExitAsync();
    }

    /// <summary>Resident memory, MiB.</summary>
    public double ResidentMegabytes()
    {
        var line = File.ReadLines($"/proc/{Id}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1]) / 1024.0;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static void Say(string? line)
    {
        if (Environment.GetEnvironmentVariable("BENCHMARK_HOST_OUTPUT") is not null && line is not null)
        {
            Console.Error.WriteLine("host: " + line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
