using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using ServicePlatform.EndToEndTests.Fixture;

[assembly: AssemblyFixture(typeof(DemoHost))]

// They share one product: what one person does, the other would find on his pages.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace ServicePlatform.EndToEndTests.Fixture;

/// <summary>The product as a newcomer starts it, with its demo data, in a process of its own, and a real Chromium.</summary>
public sealed class DemoHost : IAsyncLifetime
{
    private static readonly string Axe = Path.Combine(Repository.Root, "tests/EndToEnd/node_modules/axe-core/axe.min.js");
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(6);

    private readonly string _folder = Directory.CreateTempSubdirectory("service-platform-demo-").FullName;
    private Process? _process;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static string? Chromium { get; } = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null)
        {
            return;
        }

        // A host that is running already, for those who work on a test.
        Address = Environment.GetEnvironmentVariable("SERVICEPLATFORM_TEST_HOST") ?? "";
        if (Address.Length == 0)
        {
            await StartHostAsync();
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        });
    }

    private async Task StartHostAsync()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        var host = Path.Combine(Repository.Root, "src/Host");
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(host, "bin", configuration, "net10.0", "ServicePlatform.Host.dll"), "--urls", Address, "--data", _folder])
        {
            WorkingDirectory = host,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";

        // All those people sign in from one address.
        start.Environment["Platform__SignInsPerMinute"] = "1000";
        _process = Process.Start(start) ?? throw new InvalidOperationException("The host did not start.");
        await WaitForWelcomeAsync(_process).WaitAsync(StartLimit);
    }

    /// <summary>A fresh browser for one person.</summary>
    /// <param name="site">Prefix of the site.</param>
    /// <param name="width">Width of the window in pixels.</param>
    /// <param name="english">English in the dark look; otherwise Chinese in the light one.</param>
    public async Task<Person> OpenAsync(string site, int width = 1280, bool english = false)
    {
        Assert.SkipWhen(_browser is null && Environment.GetEnvironmentVariable("CI") != "true", "Chromium is not installed.");
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ColorScheme = english ? ColorScheme.Dark : ColorScheme.Light,
        });
        // Put in by the browser itself, since the pages let no script in that is not the product's.
        await context.AddInitScriptAsync(scriptPath: Axe);
        if (english)
        {
            await context.AddCookiesAsync([new Microsoft.Playwright.Cookie { Name = site + "~.AspNetCore.Culture", Value = "c%3Den%7Cuic%3Den", Url = $"{Address}/{site}" }]);
        }

        return new Person(await context.NewPageAsync(), $"{Address}/{site}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task WaitForWelcomeAsync(Process process)
    {
        var output = new List<string>();
        var ready = new TaskCompletionSource();
        void Read(string? line)
        {
            if (line is null)
            {
                ready.TrySetException(new InvalidOperationException("The host ended: " + string.Join('\n', output.TakeLast(20))));
                return;
            }

            output.Add(line);
            if (line.StartsWith("ServicePlatform is ready", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        }

        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => output.Add(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ready.Task;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
