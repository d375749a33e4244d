using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ServicePlatform.Data.Sites;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.WorkOrders;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;
using ServicePlatform.SampleModule.Notes;

namespace ServicePlatform.IntegrationTests.Network;

/// <summary>Wherever a path of the tree is stored, it follows when a node is moved.</summary>
[Trait("capability", "A110")]
public sealed class MovedPathTests(TestPlatform platform)
{
    private const string Old = "/hq/da/";
    private const string New = "/hq/north/da/";

    /// <summary>Columns whose name ends in Path and that hold no path of the tree, with the reason. There are none so far.</summary>
    private static readonly Dictionary<string, string> Others = [];

    [Theory, DatabaseData]
    public async Task Every_column_that_holds_a_path_follows(string database)
    {
        var scene = await SceneAsync(database);
        var columns = await scene.Site.ReadAsync(db => Task.FromResult(PathColumns(db)));
        foreach (var column in columns)
        {
            (await PlantAsync(scene.Site, column)).ShouldBeTrue($"The test has no row in {column.Table}; make one.");
        }

        var dealer = await scene.Site.OrganisationAsync("da");
        var north = await scene.Site.OrganisationAsync("north");
        await scene.Site.DoAsync(new MoveOrganisation(dealer.Id, north.Id, dealer.Version), Actors.Staff("/hq/"));

        columns.Count.ShouldBeGreaterThan(8);
        foreach (var column in columns)
        {
            (await CountAsync(scene.Site, column, Old)).ShouldBe(0, $"{column} does not follow");
            (await CountAsync(scene.Site, column, New)).ShouldBeGreaterThan(0, column.ToString());
        }
    }

    private async Task<OrderScene> SceneAsync(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var hq = await scene.Site.OrganisationAsync("hq");
        await scene.Site.DoAsync(new SaveOrganisation(
            null, hq.Id, "north", "华北大区", OrganisationKind.Region, OrganisationOwnership.Own, null, null, null, null, null, true, [scene.Aqua, scene.Pure], 0), Actors.Staff("/hq/"));
        var home = await scene.HouseholdAsync(scene.Aqua);
        var (_, visit) = await scene.BookedAsync(home);
        await scene.Site.DoAsync(new WriteNote(scene.Aqua, "/hq/da/a1/", "note"));
        await scene.Site.DoAsync(new SendMessage(
            home.Customer, "technician-on-the-way", MessageClass.Service, new ServicePlatform.Data.Subject("visit", visit), new Dictionary<string, string> { ["technician"] = "李强" })
            { OrganisationPath = "/hq/da/a1/" });
        return scene;
    }

    private static List<PathColumn> PathColumns(SiteDbContext db) =>
    [
        .. from entity in db.Model.GetEntityTypes()
           let table = StoreObjectIdentifier.Table(entity.GetTableName()!)
           from property in entity.GetProperties()
           where property.ClrType == typeof(string) && property.Name.EndsWith("Path", StringComparison.Ordinal)
           let column = new PathColumn(table.Name, property.GetColumnName(table)!)
           where !Others.ContainsKey(column.ToString())
           select column,
    ];

    /// <summary>Makes sure that a row holds a path below the node.</summary>
    private static async Task<bool> PlantAsync(TestSite site, PathColumn column)
    {
        if (await CountAsync(site, column, Old) == 0)
        {
            await site.ReadAsync(db =>
            {
                var isSqlServer = db.Database.ProviderName!.Contains("SqlServer", StringComparison.Ordinal);
                var (top, limit) = isSqlServer ? ("TOP 1 ", "") : ("", " LIMIT 1");
                var sql = $"UPDATE \"{column.Table}\" SET \"{column.Column}\" = '{Old}a1/' WHERE \"Id\" = (SELECT {top}\"Id\" FROM \"{column.Table}\"{limit})";
                return db.Database.ExecuteSqlRawAsync(sql);
            });
        }

        return await CountAsync(site, column, Old) > 0;
    }

    private static Task<int> CountAsync(TestSite site, PathColumn column, string below)
    {
        var sql = $"SELECT COUNT(*) AS \"Value\" FROM \"{column.Table}\" WHERE \"{column.Column}\" LIKE '{below}%'";
        return site.ReadAsync(db => db.Database.SqlQueryRaw<int>(sql).SingleAsync());
    }

    private sealed record PathColumn(string Table, string Column)
    {
        public override string ToString() => $"{Table}.{Column}";
    }
}
