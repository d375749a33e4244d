using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Archives;
using ServicePlatform.Archives.Format;
using ServicePlatform.Archives.Values;
using ServicePlatform.Archives.Work;
using ServicePlatform.Data.Files;
using ServicePlatform.Data.Host;
using ServicePlatform.Files;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Operator;

/// <summary>What is backed up comes back, row by row and file by file, on either database.</summary>
[Trait("goal", "G14")]
public sealed class ArchiveTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    public async Task A_site_comes_back_on_either_database_as_it_was(string database)
    {
        var scene = await ArchiveScene.MakeAsync(platform, database);
        await scene.StopAsync();
        var before = await scene.TablesAsync(scene.Site.Id);
        before.Values.Count(rows => rows.Length > 0).ShouldBeGreaterThan(25, "much of the product must be in it");
        var path = await scene.WriteAsync();

        foreach (var target in new[] { "Sqlite", "PostgreSql" }.Where(target => target == "Sqlite" || DatabaseDataAttribute.PostgreSql is not null))
        {
            var restored = await scene.RestoreAsync(path, target);

            Compare(await scene.TablesAsync(restored.Id), before);
            (await scene.DirectoryAsync(directory => directory.SwitchAsync(restored.Id, SiteState.Running, Stop))).Succeeded.ShouldBeTrue();
            scene.Registry.Find(restored.Id)!.Fault.ShouldBeNull();
            (await restored.UseAsync<ISecrets, string?>(secrets => Task.FromResult(secrets.Open("test", scene.Sealed)))).ShouldBe("门锁密码");
            var file = await restored.ReadAsync(db => db.Set<FileRow>().FirstAsync(Stop));
            await using var content = await restored.UseAsync<IFileStore, Stream?>(files => files.OpenAsync(file.Id, Stop));
            content.ShouldNotBeNull();
            Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(content, Stop)).ShouldBe(file.Sha256);
            (await restored.SignInAsync(StandardRoles.Administrator)).ShouldNotBeNull();
        }
    }

    [Theory, DatabaseData]
    public async Task What_is_written_meanwhile_is_in_the_archive_or_not_but_never_in_part(string database)
    {
        var scene = await ArchiveScene.MakeAsync(platform, database);
        using var done = new CancellationTokenSource();
        var writing = Task.Run(
            async () =>
            {
                var written = 0;
                while (!done.IsCancellationRequested)
                {
                    // A file's row and its content belong together.
                    await scene.FileAsync(System.Text.Encoding.UTF8.GetBytes($"number\n{written++}\n"), FileRules.Table);
                }

                return written;
            },
            Stop);

        var paths = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            paths.Add(await scene.WriteAsync());
        }

        await done.CancelAsync();
        (await writing).ShouldBeGreaterThan(0);
        foreach (var path in paths)
        {
            using var archive = ArchiveReader.Open(File.OpenRead(path));
            await archive.VerifyAsync(platform.Services.GetRequiredService<SiteRestorer>().Known(), ArchiveScene.Nobody, Stop);
            archive.Manifest.Files.Missing.ShouldBe(0);
            archive.Manifest.Files.Damaged.ShouldBe(0);
            archive.Manifest.Tables.Single(table => table.Name == "Kernel_Files").Rows.ShouldBe(archive.Manifest.Files.Count);
        }
    }

    [Theory, DatabaseData]
    public async Task A_restore_that_is_broken_off_anywhere_leaves_nothing_behind_and_can_begin_again(string database)
    {
        var scene = await ArchiveScene.MakeAsync(platform, "Sqlite");
        await scene.StopAsync();
        var before = await scene.TablesAsync(scene.Site.Id);
        var path = await scene.WriteAsync();
        var calls = 0;
        await RestoreAsync("w" + Guid.NewGuid().ToString("N")[..12], "Sqlite", "", (_, _) =>
        {
            calls++;
            return Task.CompletedTask;
        });
        calls.ShouldBeGreaterThan(30);

        var id = "w" + Guid.NewGuid().ToString("N")[..12];
        var connection = platform.NewConnection(database, id);
        foreach (var at in new[] { 1, calls / 2, calls - 3, calls - 1 })
        {
            var call = 0;
            await Should.ThrowAsync<OperationCanceledException>(() => RestoreAsync(id, database, connection, (_, _) => ++call < at ? Task.CompletedTask : throw new OperationCanceledException()));
            Directory.Exists(scene.Registry.FolderOf(id)).ShouldBeFalse();
        }

        // As a host leaves it that is killed.
        Directory.CreateDirectory(scene.Registry.FolderOf(id));
        await File.WriteAllTextAsync(Path.Combine(scene.Registry.FolderOf(id), "restore-unfinished"), "", Stop);
        await File.WriteAllTextAsync(Path.Combine(scene.Registry.FolderOf(id), "site.db"), "half a file", Stop);
        await RestoreAsync(id, database, connection, ArchiveScene.Nobody);

        var row = new SiteRow { Id = id, Name = id, Prefix = id, State = SiteState.Stopped, Provider = database, Connection = connection, Folder = id };
        (await scene.DirectoryAsync(directory => directory.AdoptAsync(row, "RestoreSite", Stop))).Succeeded.ShouldBeTrue();
        Compare(await scene.TablesAsync(id), before);
        Compare(await scene.TablesAsync(scene.Site.Id), before);

        async Task RestoreAsync(string folder, string provider, string target, ArchiveReport report)
        {
            using var archive = ArchiveReader.Open(File.OpenRead(path));
            await platform.Services.GetRequiredService<SiteRestorer>().RestoreAsync(archive, new SitePlace(provider, target, folder), report, Stop);
        }
    }

    [Fact]
    public async Task Both_databases_have_the_same_tables_with_the_same_types()
    {
        Assert.SkipWhen(DatabaseDataAttribute.PostgreSql is null, "PostgreSQL is not configured.");
        var one = await platform.CreateSiteAsync("Sqlite");
        var two = await platform.CreateSiteAsync("PostgreSql");

        var plans = await Task.WhenAll(one.ReadAsync(db => Task.FromResult(Lines(db))), two.ReadAsync(db => Task.FromResult(Lines(db))));

        plans[0].ShouldBe(plans[1]);
        static List<string> Lines(ServicePlatform.Data.Sites.SiteDbContext db) =>
            [.. SitePlan.Of(db).SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name} {column.Type}"))];
    }

    [Theory, DatabaseData]
    public async Task A_site_moves_to_another_database_and_back(string database)
    {
        Assert.SkipWhen(DatabaseDataAttribute.PostgreSql is null, "PostgreSQL is not configured.");
        var scene = await ArchiveScene.MakeAsync(platform, database);
        var other = database == "Sqlite" ? "PostgreSql" : "Sqlite";

        var closed = await scene.DirectoryAsync(directory => directory.CloseForMoveAsync(scene.Site.Id, Stop));
        closed.Succeeded.ShouldBeTrue(TestSite.Describe(closed.Failure));
        var shut = await scene.Site.Browse().GetAsync("sign-in/staff");
        shut.StatusCode.ShouldBe(System.Net.HttpStatusCode.ServiceUnavailable);
        (await shut.Content.ReadAsStringAsync(Stop)).ShouldContain("站点数据正在迁移");
        var before = await scene.TablesAsync(scene.Site.Id);
        var place = new SitePlace(other, other == "Sqlite" ? "site-moved.db" : platform.NewConnection(other, scene.Site.Id + "m"), closed.Value.Row.Folder);
        await platform.Services.GetRequiredService<SiteMover>().MoveAsync(closed.Value, place, ArchiveScene.Nobody, Stop);
        (await scene.DirectoryAsync(directory => directory.RelocateAsync(scene.Site.Id, place, SiteState.Stopped, "MoveSite", Stop))).Succeeded.ShouldBeTrue();

        scene.Runtime.Provider.Name.ShouldBe(other);
        scene.Runtime.Row.Connection.ShouldNotContain("Password", Case.Insensitive);
        Compare(await scene.TablesAsync(scene.Site.Id), before);
        (await scene.DirectoryAsync(directory => directory.SwitchAsync(scene.Site.Id, SiteState.Running, Stop))).Succeeded.ShouldBeTrue();
        (await scene.Site.Browse().GetAsync("sign-in/staff")).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        var former = (await scene.DirectoryAsync(directory => directory.FormerPlacesAsync(scene.Site.Id, Stop))).ShouldHaveSingleItem();
        former.Provider.ShouldBe(database);
        var old = Path.Combine(scene.Runtime.Folder, "site.db");
        File.Exists(old).ShouldBe(database == "Sqlite");
        (await scene.DirectoryAsync(directory => directory.RemoveFormerPlaceAsync(scene.Site.Id, former.Id, Stop))).Succeeded.ShouldBeTrue();
        File.Exists(old).ShouldBeFalse();
        scene.Runtime.Fault.ShouldBeNull();
        Compare(await scene.TablesAsync(scene.Site.Id), before, "Kernel_Audit", "Kernel_JobRuns", "Kernel_Sessions", "Kernel_Roles", "Kernel_RolePermissions", "Kernel_OutboxDeliveries");
    }

    private static void Compare(Dictionary<string, string> found, Dictionary<string, string> expected, params string[] except)
    {
        found.Keys.Order().ShouldBe(expected.Keys.Order());
        foreach (var (table, rows) in expected.Where(pair => !except.Contains(pair.Key)))
        {
            found[table].ShouldBe(rows, table);
        }
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
