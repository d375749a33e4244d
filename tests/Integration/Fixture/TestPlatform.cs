using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Kernel.Web;

[assembly: AssemblyFixture(typeof(TestPlatform))]

namespace ServicePlatform.IntegrationTests.Fixture;

/// <summary>
/// The real host on a data folder of its own, shared by all tests of a run. Each test makes the sites that it needs, so tests do
/// not meet.
/// </summary>
public sealed class TestPlatform : IAsyncLifetime
{
    /// <summary>Opens the parts of the host's health.</summary>
    public const string HealthKey = "monitor-2611";

    private readonly string _folder = Directory.CreateTempSubdirectory("service-platform-").FullName;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly List<string> _databases = [];
    private readonly SqlServerDatabases _sqlServer = new();
    private WebApplicationFactory<Program>? _factory;
    private int _sites;

    public TestPlatform()
        : this(new Dictionary<string, string>(StringComparer.Ordinal))
    {
    }

    /// <summary>A host of a test's own.</summary>
    /// <param name="settings">Besides those of every test.</param>
    internal TestPlatform(IReadOnlyDictionary<string, string> settings) => _settings = settings;

    /// <summary>The host's data folder.</summary>
    public string Folder => _folder;

    public TestClock Clock { get; } = new();

    public FaultLog Faults { get; } = new();

    public LogBook Log { get; } = new();

    public IServiceProvider Services => _factory!.Services;

    public WebApplicationFactory<Program> Factory => _factory!;

    public async ValueTask InitializeAsync()
    {
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseEnvironment("Testing")
            .UseSetting("Platform:DataFolder", _folder)
            .UseSetting("Platform:HealthKey", HealthKey)
            .UseSetting("Platform:DeliveryInterval", "00:00:02")
            .UseSettings(_settings)
            .ConfigureLogging(logging => logging.ClearProviders().AddProvider(Faults).AddProvider(Log))
            .ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock)));
        await _factory.Services.GetRequiredService<PlatformState>().WhenReady;
    }

    /// <summary>A new site with all features on, set up by <paramref name="recipe"/> if one is named.</summary>
    public async Task<TestSite> CreateSiteAsync(string database, string recipe = "", string? connection = null)
    {
        var id = $"t{Interlocked.Increment(ref _sites)}-{Guid.NewGuid():N}"[..20];
        await using var scope = Services.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<SiteDirectory>();
        var created = await directory.CreateAsync(
            new NewSite { Id = id, Name = id, Prefix = id, Provider = database, Connection = connection ?? Connection(database, id), Recipe = recipe },
            TestContext.Current.CancellationToken);
        created.Succeeded.ShouldBeTrue(TestSite.Describe(created.Failure));
        var catalog = Services.GetRequiredService<ServicePlatform.Kernel.Modules.ModuleCatalog>();
        if (recipe.Length == 0)
        {
            var on = catalog.Features.Keys.Where(feature => feature is not ("Operator" or "SampleModule.Poison")).ToList();
            (await directory.SwitchAsync(id, on, [], TestContext.Current.CancellationToken)).Succeeded.ShouldBeTrue();
        }

        return new TestSite(this, id);
    }

    public async ValueTask DisposeAsync()
    {
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
        }

        NpgsqlConnection.ClearAllPools();
        foreach (var database in _databases)
        {
            await using var connection = new NpgsqlConnection(DatabaseDataAttribute.PostgreSql);
            await connection.OpenAsync();
            await using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)", connection);
            await drop.ExecuteNonQueryAsync();
        }

        await _sqlServer.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A database of that kind that is not there yet; dropped at the end.</summary>
    public string NewConnection(string database, string id) => Connection(database, id);

    private string Connection(string database, string id)
    {
        if (database == "Sqlite")
        {
            return "";
        }

        if (database == "SqlServer")
        {
            return _sqlServer.Connection(id);
        }

        var server = DatabaseDataAttribute.PostgreSql
            ?? throw new InvalidOperationException($"PostgreSQL must be there in this run: set {DatabaseDataAttribute.PostgreSqlVariable}.");
        var name = "sp_test_" + id.Replace('-', '_');
        _databases.Add(name);
        return new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 2 }.ConnectionString;
    }
}
