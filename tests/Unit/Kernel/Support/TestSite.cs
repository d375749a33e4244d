using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Providers;
using ServicePlatform.Data.Sites;
using ServicePlatform.Data.Sqlite;

namespace ServicePlatform.UnitTests.Kernel.Support;

/// <summary>A site on a SQLite file of its own, with the kernel's tables and nothing else.</summary>
internal sealed class TestSite : ISiteDbContextFactory, IDisposable
{
    private readonly SqliteProvider _provider = new();
    private readonly DbContextOptions<SiteDbContext> _options;

    public TestSite()
    {
        Folder = Directory.CreateTempSubdirectory("site-").FullName;
        _options = SiteOptions.Build(_provider, $"Data Source={Path.Combine(Folder, "site.db")};Pooling=False");
        Gate = _provider.CreateWriteGate();
        using var db = Create();
        db.Database.EnsureCreated();
    }

    public string Folder { get; }

    public WriteGate Gate { get; set; }

    public TestClock Clock { get; } = new();

    public SiteDbContext Create()
    {
        var scope = new DataScope();
        scope.Set(TestActor.System);
        return new SiteDbContext(_options, new SiteModel([typeof(SiteDbContext).Assembly]), scope, Clock);
    }

    public void Dispose()
    {
        Gate.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
