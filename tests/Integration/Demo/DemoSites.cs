using System.Collections.Concurrent;
using ServicePlatform.IntegrationTests.Fixture;

namespace ServicePlatform.IntegrationTests.Demo;

/// <summary>The sites of the demo, each set up once for all tests: the large one on SQLite, the small one on PostgreSQL.</summary>
public sealed class DemoSites(TestPlatform platform)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<TestSite>>> _sites = new(StringComparer.Ordinal);

    public const string Collection = "demo";

    public const string Large = "Sqlite";

    /// <summary>After everything that has been played, UTC.</summary>
    public DateTime SetUpAt { get; private set; }

    public static string RecipeOf(string database) => database == Large ? "aqua" : "home";

    public Task<TestSite> OfAsync(string database) => _sites.GetOrAdd(database, name => new Lazy<Task<TestSite>>(() => SetUpAsync(name))).Value;

    private async Task<TestSite> SetUpAsync(string database)
    {
        var site = await platform.CreateSiteAsync(database, RecipeOf(database));
        SetUpAt = platform.Clock.GetUtcNow().UtcDateTime;
        return site;
    }
}

/// <summary>The tests of the demo share its sites.</summary>
[CollectionDefinition(DemoSites.Collection)]
public sealed class DemoCollection : ICollectionFixture<DemoSites>;
