using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ServicePlatform.Data.Host;
using ServicePlatform.Data.Migrations;
using ServicePlatform.Data.Providers;
using ServicePlatform.IntegrationTests.Fixture;

namespace ServicePlatform.IntegrationTests.Kernel;

/// <summary>The host's own database has a history of migrations, also one that was made before there was any.</summary>
public sealed class HostMigrationTests(TestPlatform platform) : IDisposable
{
    private static readonly string[] History = ["20261122_0000_Host", "20261122_0001_HostPlaces", "20261122_0002_HostErasures"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("service-platform-host-");

    [Theory, DatabaseData]
    public async Task A_new_database_becomes_what_the_model_says(string database)
    {
        await using var made = Open(database, "made");
        await MigrateAsync(made, database);
        await using var expected = Open(database, "expected");
        await expected.Database.EnsureDeletedAsync(Stop);
        await expected.Database.EnsureCreatedAsync(Stop);

        var migrated = await MigrationTests.SchemaAsync(made);
        migrated.RemoveAll(line => line.Contains("__EFMigrations", StringComparison.Ordinal));
        migrated.ShouldBe(await MigrationTests.SchemaAsync(expected));
        (await made.Database.GetPendingMigrationsAsync(Stop)).ShouldBeEmpty();
        await made.Database.EnsureDeletedAsync(Stop);
        await expected.Database.EnsureDeletedAsync(Stop);
    }

    [Theory, DatabaseData]
    public async Task A_database_from_before_is_taken_over_with_its_sites(string database)
    {
        await using var old = Open(database, "old");
        await old.Database.EnsureDeletedAsync(Stop);
        await Provider(database).CreateDatabaseAsync(old.Database.GetConnectionString()!, Stop);
        await old.GetService<IMigrator>().MigrateAsync("20261122_0000_Host", Stop);
        await old.Database.ExecuteSqlRawAsync("DROP TABLE \"__EFMigrationsHistory\"", Stop);
        await old.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO "Host_Sites" ("Id", "Name", "Hosts", "Prefix", "State", "Provider", "Connection", "Culture", "TimeZone", "Currency", "Theme", "Features", "IsOperatorArea", "CreatedAt", "Version")
            VALUES ('aqua', '清源', '', 'aqua', 'Running', 'Sqlite', '', 'zh-CN', 'Asia/Shanghai', 'CNY', 'Clear', '', false, '2026-11-22 01:02:03', 0)
            """,
            Stop);

        await MigrateAsync(old, database);
        await MigrateAsync(old, database);

        (await old.Database.GetAppliedMigrationsAsync(Stop)).ShouldBe(History);
        (await old.Sites.AsNoTracking().SingleAsync(Stop)).Name.ShouldBe("清源");
        await old.Database.EnsureDeletedAsync(Stop);
    }

    [Fact]
    public async Task The_running_host_has_its_history()
    {
        await using var scope = platform.Services.CreateAsyncScope();

        (await scope.ServiceProvider.GetRequiredService<HostDbContext>().Database.GetAppliedMigrationsAsync(Stop)).ShouldBe(History);
    }

    [Fact]
    public async Task Sites_know_nothing_of_the_hosts_tables()
    {
        var site = await platform.CreateSiteAsync("Sqlite");

        (await site.ReadAsync(db => db.Database.GetAppliedMigrationsAsync(Stop))).ShouldNotContain(id => id.EndsWith("Host", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IDatabaseProvider Provider(string database) => platform.Services.GetServices<IDatabaseProvider>().Single(provider => provider.Name == database);

    private Task MigrateAsync(HostDbContext context, string database) =>
        HostMigrator.MigrateAsync(context, Provider(database), Path.Combine(_folder.FullName, "host.lock"), Stop);

    private HostDbContext Open(string database, string name)
    {
        var connection = database == "Sqlite"
            ? $"Data Source={Path.Combine(_folder.FullName, name + ".db")}"
            : new NpgsqlConnectionStringBuilder(DatabaseDataAttribute.PostgreSql) { Database = $"sp_test_host_{name}_{Guid.NewGuid():N}"[..40], Pooling = false }.ConnectionString;
        var options = new DbContextOptionsBuilder<HostDbContext>();
        HostMigrator.Configure(options, Provider(database), connection);
        return new HostDbContext(options.Options);
    }
}
