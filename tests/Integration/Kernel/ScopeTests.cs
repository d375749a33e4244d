using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data.Sites;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.SampleModule.Notes;

namespace ServicePlatform.IntegrationTests.Kernel;

[Trait("capability", "A017")]
[Trait("capability", "A110")]
public sealed class ScopeTests(TestPlatform platform)
{
    private static readonly Guid BrandA = Guid.NewGuid();
    private static readonly Guid BrandB = Guid.NewGuid();

    [Theory, DatabaseData]
    public async Task Everybody_sees_his_subtree_and_his_principals_only(string database)
    {
        var site = await SiteWithNotesAsync(database);

        (await ListAsync(site, "/hq/")).ShouldBe(["hq A", "north A", "north-07 A", "north-07 B", "north-07x A", "south B"], ignoreOrder: true);
        (await ListAsync(site, "/hq/", BrandA)).ShouldBe(["hq A", "north A", "north-07 A", "north-07x A"], ignoreOrder: true);
        (await ListAsync(site, "/hq/north/")).ShouldBe(["north A", "north-07 A", "north-07 B", "north-07x A"], ignoreOrder: true);
        (await ListAsync(site, "/hq/north/07/")).ShouldBe(["north-07 A", "north-07 B"], ignoreOrder: true);
        (await ListAsync(site, "/hq/south/")).ShouldBe(["south B"]);
        (await ListAsync(site, "/hq/south/", BrandA)).ShouldBeEmpty();
    }

    [Theory, DatabaseData]
    public async Task A_foreign_row_cannot_be_read_or_changed_by_its_id(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var id = await site.DoAsync(new WriteNote(BrandA, "/hq/north/", "theirs"));

        (await site.SendAsync(new EditNote(id, "mine", 0), Actors.Staff("/hq/south/"))).Failure!.Kind.ShouldBe(FailureKind.NotFound);
        (await site.SendAsync(new EditNote(id, "mine", 0), Actors.Staff("/hq/north/", BrandB))).Failure!.Kind.ShouldBe(FailureKind.NotFound);
        (await site.SendAsync(new EditNote(id, "mine", 0), Actors.Customer(Guid.NewGuid()))).Failure!.Kind.ShouldBe(FailureKind.Forbidden);
    }

    [Theory, DatabaseData]
    public async Task A_row_cannot_be_written_outside_the_scope(string database)
    {
        var site = await platform.CreateSiteAsync(database);

        (await site.SendAsync(new WriteNote(BrandA, "/hq/north/", "foreign"), Actors.Staff("/hq/south/"))).Failure!.Code.ShouldBe("kernel.out-of-scope");
        (await site.SendAsync(new WriteNote(BrandA, "/hq/south/", "foreign"), Actors.Staff("/hq/south/", BrandB))).Failure!.Code.ShouldBe("kernel.out-of-scope");
        (await site.ReadAsync(db => db.Set<Note>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_scoped_list_is_served_by_its_index()
    {
        var site = await platform.CreateSiteAsync("Sqlite");

        var plan = await site.UseAsync<SiteDbContext, string>(
            async db =>
            {
                var sql = db.Set<Note>().OrderBy(note => note.Number).Take(50).ToQueryString();
                await db.Database.OpenConnectionAsync();
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = "EXPLAIN QUERY PLAN " + sql[sql.IndexOf("SELECT", StringComparison.Ordinal)..]
                    .Replace("@Low", "'/hq/north/'", StringComparison.Ordinal).Replace("@High", "'/hq/north0'", StringComparison.Ordinal);
                foreach (var parameter in System.Text.RegularExpressions.Regex.Matches(command.CommandText, @"@\w+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value).Distinct())
                {
                    command.Parameters.Add(new Microsoft.Data.Sqlite.SqliteParameter(parameter, "/hq/north/"));
                }

                await using var reader = await command.ExecuteReaderAsync();
                var lines = new List<string>();
                while (await reader.ReadAsync())
                {
                    lines.Add(reader.GetString(3));
                }

                return string.Join('\n', lines);
            },
            Actors.Staff("/hq/north/", BrandA));

        plan.ShouldContain("IX_SampleModule_Notes_HolderPath_Number_Id");
        plan.ShouldContain("HolderPath>");
        plan.ShouldNotContain("SCAN");
    }

    private async Task<TestSite> SiteWithNotesAsync(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        foreach (var (path, brand, text) in new[]
        {
            ("/hq/", BrandA, "hq A"), ("/hq/north/", BrandA, "north A"), ("/hq/north/07/", BrandA, "north-07 A"),
            ("/hq/north/07/", BrandB, "north-07 B"), ("/hq/north/07x/", BrandA, "north-07x A"), ("/hq/south/", BrandB, "south B"),
        })
        {
            await site.DoAsync(new WriteNote(brand, path, text));
        }

        return site;
    }

    private static async Task<IReadOnlyList<string>> ListAsync(TestSite site, string path, params Guid[] principals) =>
        (await site.AskAsync(new ListNotes(), Actors.Staff(path, principals))).Value;
}
