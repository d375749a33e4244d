using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.IntegrationTests.BadInput;

/// <summary>The host in a process of its own, started with what cannot work: a line that says what and the remedy, and no success.</summary>
public sealed class StartTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("service-platform-start-").FullName;

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_named_with_the_remedy()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var words = await RefusedAsync("--urls", "http://127.0.0.1:0", "--data", Path.Combine(file, "below"));

        words.ShouldContain(file);
        words.ShouldContain("--data");
    }

    [Fact]
    public async Task An_address_that_is_taken_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        var words = await RefusedAsync("--urls", address, "--data", _folder);

        words.ShouldContain(address);
        words.ShouldContain("--urls");
    }

    [Fact]
    public async Task A_host_database_that_is_none_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "host.db"), new string('x', 8192), TestContext.Current.CancellationToken);

        (await RefusedAsync("--urls", "http://127.0.0.1:0", "--data", _folder)).ShouldContain("host.db");
    }

    [Fact]
    public async Task A_data_folder_that_another_host_works_on_is_named_with_its_process()
    {
        using var other = new DataFolderLock();
        other.Take(_folder);

        var words = await RefusedAsync("--urls", "http://127.0.0.1:0", "--data", _folder);

        words.ShouldContain(_folder);
        words.ShouldContain($"process {Environment.ProcessId}");
        words.ShouldContain("--data");
    }

    [Fact]
    public async Task A_host_that_has_to_go_has_not_touched_the_plugins_of_the_one_at_work()
    {
        var waiting = Path.Combine(_folder, "plugins", ".incoming", "Bcme");
        var leaving = Path.Combine(_folder, "plugins", "Acme");
        Directory.CreateDirectory(waiting);
        Directory.CreateDirectory(leaving);
        Directory.CreateDirectory(Path.Combine(_folder, "plugins", ".state"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "plugins", ".state", "Acme.remove"), "", TestContext.Current.CancellationToken);
        using var other = new DataFolderLock();
        other.Take(_folder);

        (await RefusedAsync("--urls", "http://127.0.0.1:0", "--data", _folder)).ShouldContain($"process {Environment.ProcessId}");

        Directory.Exists(waiting).ShouldBeTrue();
        Directory.Exists(leaving).ShouldBeTrue();
    }

    [Theory]
    [InlineData("--urls", "nonsense", "--urls")]
    [InlineData("--Platform:HostProvider", "Oracle", "Oracle")]
    [InlineData("--ConnectionStrings:Host", "nonsense", "ConnectionStrings:Host")]
    [InlineData("--Telemetry:Endpoint", "collector", "Telemetry:Endpoint")]
    [InlineData("--Platform:DeliveryInterval", "soon", "Platform:DeliveryInterval")]
    public async Task A_setting_that_cannot_work_is_named(string setting, string value, string named)
    {
        var urls = setting == "--urls" ? [] : new[] { "--urls", "http://127.0.0.1:0" };

        (await RefusedAsync([.. urls, "--data", _folder, setting, value])).ShouldContain(named);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<string> RefusedAsync(params string[] arguments)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "ServicePlatform.Host.dll");
        var runtime = Path.Combine(AppContext.BaseDirectory, "ServicePlatform.IntegrationTests");
        var start = new ProcessStartInfo("dotnet", ["exec", "--runtimeconfig", runtime + ".runtimeconfig.json", "--depsfile", runtime + ".deps.json", host, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var words = await process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            process.ExitCode.ShouldBe(1, words);
            (words + await output).ShouldNotContain("   at ", customMessage: "no stack trace");
            words.Trim().Split('\n').ShouldHaveSingleItem();
            return words;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
