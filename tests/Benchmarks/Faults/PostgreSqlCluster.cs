using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace ServicePlatform.Benchmarks.Faults;

/// <summary>A PostgreSQL cluster of its own, as an unprivileged user, with fsync on; to be killed.</summary>
internal sealed class PostgreSqlCluster : IAsyncDisposable
{
    private const string User = "postgres";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string _folder;
    private readonly string _bin;
    private readonly int _port;
    private Process? _server;

    private PostgreSqlCluster(string folder, string bin, int port) => (_folder, _bin, _port) = (folder, bin, port);

    public string Connection(string database) => $"Host=127.0.0.1;Port={_port};Username={User};Database={database};Timeout=5;Maximum Pool Size=30";

    public static async Task<PostgreSqlCluster> MakeAsync()
    {
        var bin = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).LastOrDefault(Directory.Exists)
            ?? throw new InvalidOperationException("There is no PostgreSQL server on this machine.");
        var folder = Directory.CreateTempSubdirectory("service-platform-pg-").FullName;
        await MachineProgram.RunAsync("chown", User, folder);
        var cluster = new PostgreSqlCluster(folder, bin, FreePort());
        await MachineProgram.RunAsync("runuser", "-u", User, "--", Path.Combine(bin, "initdb"), "-D", Path.Combine(folder, "data"), "-A", "trust", "-U", User, "-E", "UTF8");
        await cluster.StartAsync();
        return cluster;
    }

    /// <summary>Starts the server; after a kill it waits until the processes of the last one are gone.</summary>
    public async Task StartAsync()
    {
        var since = Stopwatch.StartNew();
        while (since.Elapsed < Patience)
        {
            var start = new ProcessStartInfo(
                "runuser",
                ["-u", User, "--", Path.Combine(_bin, "postgres"), "-D", Path.Combine(_folder, "data"), "-p", _port.ToString(), "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={_folder}", "-c", "fsync=on"])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
            };
            _server = Process.Start(start)!;
            _server.ErrorDataReceived += (_, _) => { };
            _server.BeginErrorReadLine();
            while (!_server.HasExited && since.Elapsed < Patience)
            {
                if (await AnswersAsync())
                {
                    return;
                }

                await Task.Delay(50);
            }
        }

        throw new TimeoutException("PostgreSQL did not start again.");
    }

    /// <summary>kill -9 of the postmaster.</summary>
    public async Task KillAsync()
    {
        await MachineProgram.RunAsync("kill", "-9", (await File.ReadAllLinesAsync(Path.Combine(_folder, "data", "postmaster.pid")))[0]);
        await _server!.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await MachineProgram.RunAsync("runuser", "-u", User, "--", Path.Combine(_bin, "pg_ctl"), "-D", Path.Combine(_folder, "data"), "-m", "immediate", "-w", "stop");
        _server?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(Connection(User) + ";Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
