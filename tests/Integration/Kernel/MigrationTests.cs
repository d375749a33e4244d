using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Data.Host;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.IntegrationTests.Kernel;

public sealed class MigrationTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    public async Task What_the_migrations_build_equals_the_model(string database)
    {
        var migrated = await platform.CreateSiteAsync(database);
        var expected = await platform.CreateSiteAsync(database);
        var fromMigrations = await migrated.ReadAsync(SchemaAsync);
        await using (var scope = platform.Services.CreateAsyncScope())
        {
            // Nobody in the background may be in a database that is dropped.
            (await scope.ServiceProvider.GetRequiredService<SiteDirectory>().SwitchAsync(expected.Id, SiteState.Stopped, TestContext.Current.CancellationToken)).Succeeded.ShouldBeTrue();
        }

        var fromModel = await expected.ReadAsync(async db =>
        {
            await db.Database.EnsureDeletedAsync();
            await db.Database.EnsureCreatedAsync();
            return await SchemaAsync(db);
        });

        fromMigrations.RemoveAll(line => line.Contains("__EFMigrations", StringComparison.Ordinal));
        fromModel.Except(fromMigrations).ShouldBeEmpty("in the model, not in the migrations: run tools/MigrationWriter");
        fromMigrations.Except(fromModel).ShouldBeEmpty("in the migrations, not in the model: run tools/MigrationWriter");
    }

    [Theory, DatabaseData]
    public async Task Nothing_waits_to_be_migrated(string database)
    {
        var site = await platform.CreateSiteAsync(database);

        (await site.ReadAsync(async db => (await db.Database.GetPendingMigrationsAsync()).ToList())).ShouldBeEmpty();
    }

    [Theory, DatabaseData]
    public async Task A_database_that_a_newer_build_has_used_closes_its_site_and_no_other(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var other = await platform.CreateSiteAsync("Sqlite");
        await using var scope = platform.Services.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<SiteDirectory>();
        var registry = platform.Services.GetRequiredService<SiteRegistry>();
        await site.ReadAsync(db => db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('20301122_10000_Gone', '9')"));
        await directory.SwitchAsync(site.Id, SiteState.Stopped, TestContext.Current.CancellationToken);
        await directory.SwitchAsync(site.Id, SiteState.Running, TestContext.Current.CancellationToken);
        registry.Find(site.Id)!.Fault.ShouldBeNull("a plugin may be taken away");
        await site.ReadAsync(db => db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('20301122_0200_Crm', '9')"));

        await directory.SwitchAsync(site.Id, SiteState.Stopped, TestContext.Current.CancellationToken);
        await directory.SwitchAsync(site.Id, SiteState.Running, TestContext.Current.CancellationToken);

        registry.Find(site.Id)!.Fault.ShouldNotBeNull().ShouldContain("20301122_0200_Crm");
        (await site.Browse().GetAsync("sign-in/staff")).StatusCode.ShouldBe(System.Net.HttpStatusCode.ServiceUnavailable);
        (await other.Browse().GetAsync("sign-in/staff")).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Theory, DatabaseData]
    public async Task A_script_can_be_made(string database)
    {
        var site = await platform.CreateSiteAsync(database);

        var script = await site.ReadAsync(db => Task.FromResult(db.GetService<IMigrator>().GenerateScript()));

        script.ShouldContain("Kernel_Users");
    }

    internal static async Task<List<string>> SchemaAsync(DbContext db)
    {
        const string Sqlite = "SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || c.pk FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' UNION ALL SELECT COALESCE(sql, name) FROM sqlite_master WHERE type = 'index' ORDER BY 1";
        const string PostgreSql = "SELECT table_name || '.' || column_name || ' ' || udt_name || ' ' || COALESCE(character_maximum_length, 0) || ' ' || is_nullable || ' ' || COALESCE(collation_name, '') FROM information_schema.columns WHERE table_schema = 'public' UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1";
        const string SqlServer = "SELECT CONCAT(TABLE_NAME, '.', COLUMN_NAME, ' ', DATA_TYPE, ' ', CHARACTER_MAXIMUM_LENGTH, ' ', IS_NULLABLE, ' ', COLLATION_NAME) FROM INFORMATION_SCHEMA.COLUMNS UNION ALL SELECT CONCAT(OBJECT_NAME(i.object_id), '.', i.name, ' ', i.is_unique, ' ', i.filter_definition, ' ', c.key_ordinal, ' ', COL_NAME(c.object_id, c.column_id)) FROM sys.indexes i JOIN sys.index_columns c ON c.object_id = i.object_id AND c.index_id = i.index_id JOIN sys.tables t ON t.object_id = i.object_id ORDER BY 1";
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db.Database.ProviderName! switch
        {
            var name when name.Contains("Sqlite", StringComparison.Ordinal) => Sqlite,
            var name when name.Contains("SqlServer", StringComparison.Ordinal) => SqlServer,
            _ => PostgreSql,
        };
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
