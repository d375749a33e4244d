using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Kernel.Web;

namespace ServicePlatform.Benchmarks;

/// <summary>The real host in process, with one site on the database that is measured.</summary>
internal sealed class BenchmarkHost : IAsyncDisposable
{
    private readonly string _folder;
    private readonly bool _isOwnFolder;
    private readonly WebApplicationFactory<Program> _factory;

    private BenchmarkHost(bool listens, string? folder)
    {
        _isOwnFolder = folder is null;
        _folder = folder ?? Directory.CreateTempSubdirectory("service-platform-benchmark-").FullName;
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseContentRoot(AppContext.BaseDirectory)
            .UseEnvironment("Benchmark")
            .UseSetting("Platform:DataFolder", _folder)
            .UseSetting("Platform:SignInsPerMinute", "100000")
            .UseSetting("urls", "http://127.0.0.1:0")
            .UseStaticWebAssets()
            .ConfigureLogging(logging => logging.ClearProviders()));
        if (listens)
        {
            _factory.UseKestrel(0);
            _factory.StartServer();
        }
    }

    public IServiceProvider Services => _factory.Services;

    public SiteScopes Scopes => Services.GetRequiredService<SiteScopes>();

    public string Folder => _folder;

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address => Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <param name="database">Sqlite or PostgreSql.</param>
    /// <param name="listens">True for a real port of this machine.</param>
    /// <param name="folder">Data folder that stays; null for one that goes with the host.</param>
    /// <param name="connection">Of the database; null for a new one.</param>
    public static async Task<BenchmarkHost> StartAsync(string database, bool listens = false, string? folder = null, string? connection = null)
    {
        var host = new BenchmarkHost(listens, folder);
        await host.Services.GetRequiredService<PlatformState>().WhenReady;
        await using var scope = host.Services.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<SiteDirectory>();
        var created = await directory.CreateAsync(new NewSite { Id = "bench", Prefix = "bench", Provider = database, Connection = connection ?? Connection(database) }, default);
        if (!created.Succeeded)
        {
            throw new InvalidOperationException(created.Failure.ToString());
        }

        await directory.SwitchAsync("bench", host.Services.GetRequiredService<ModuleCatalog>().Features.Keys.Where(id => id is not ("Operator" or "SampleModule.Poison")).ToList(), [], default);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        if (_isOwnFolder)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static string Connection(string database)
    {
        if (database == "Sqlite")
        {
            return "";
        }

        var server = Environment.GetEnvironmentVariable("SERVICEPLATFORM_TEST_POSTGRESQL")
            ?? throw new InvalidOperationException("Set SERVICEPLATFORM_TEST_POSTGRESQL to the connection string of a server.");
        return new NpgsqlConnectionStringBuilder(server) { Database = "sp_bench_" + Guid.NewGuid().ToString("N")[..8], MaxPoolSize = 40 }.ConnectionString;
    }
}
