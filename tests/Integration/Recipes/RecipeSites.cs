using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ServicePlatform.Data.Sites;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.Network;

namespace ServicePlatform.IntegrationTests.Recipes;

/// <summary>A site's database as a whole, for tests that ask whether anything at all has changed.</summary>
internal static class RecipeSites
{
    /// <summary>Every row of every table as text, in an order of its own.</summary>
    public static Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> TablesAsync(this TestSite site) => site.ReadAsync(async db =>
    {
        var tables = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var entity in db.Model.GetEntityTypes().Where(type => type.GetTableName() is not null && !type.IsOwned()))
        {
            tables[entity.GetTableName()!] = await RowsAsync(db, entity);
        }

        return (IReadOnlyDictionary<string, IReadOnlyList<string>>)tables;
    });

    /// <summary>The same rows in every table, but for what tells that somebody was there: audit rows.</summary>
    public static void ShouldBeSame(this IReadOnlyDictionary<string, IReadOnlyList<string>> after, IReadOnlyDictionary<string, IReadOnlyList<string>> before)
    {
        foreach (var (table, rows) in after.Where(table => table.Key != "Kernel_Audit"))
        {
            rows.ShouldBe(before[table], table);
        }
    }

    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static TestSite? _shared;

    /// <summary>One site for all tests that must not change anything.</summary>
    public static async Task<TestSite> SharedNetworkAsync(this TestPlatform platform)
    {
        await Turn.WaitAsync();
        try
        {
            return _shared ??= await SampleNetwork.CreateAsync(platform, "Sqlite");
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(SiteDbContext db, IEntityType entity)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{entity.GetTableName()}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(JsonSerializer.Serialize(Enumerable.Range(0, reader.FieldCount).Select(at => $"{reader.GetName(at)}={reader.GetValue(at)}")));
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
