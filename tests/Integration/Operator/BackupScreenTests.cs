using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ServicePlatform.Archives.Backups;
using ServicePlatform.Data.Audit;
using ServicePlatform.Data.Host;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Operator.Backups;
using ServicePlatform.Scheduling;
using ServicePlatform.Security;
using ServicePlatform.Tasks;

namespace ServicePlatform.IntegrationTests.Operator;

/// <summary>Back-up, restore, move and create, as the operator does them on his pages.</summary>
[Trait("goal", "G14")]
public sealed class BackupScreenTests(TestPlatform platform)
{
    [Fact]
    public async Task A_site_is_backed_up_restored_beside_itself_and_over_itself()
    {
        var area = await OperatorArea.MakeAsync(platform);
        var victim = await area.VictimAsync("北方净水");
        var site = new TestSite(platform, victim.Id);
        await site.AccountAsync(StandardRoles.Administrator, "/hq/");

        var made = await area.Browser.SendAsync(await area.Browser.PageAsync($"app/sites/{victim.Id}"), "/back-up");
        var state = await EndedAsync(area, made);
        state.Phase.ShouldBe(LongTaskPhase.Succeeded, state.Error);
        var backup = platform.Services.GetRequiredService<BackupStore>().List().Single(one => one.SiteId == victim.Id);
        var page = await area.Browser.PageAsync($"app/backups/{backup.Name}");
        page.Body!.TextContent.ShouldContain(backup.Sha256!);
        var download = await area.Browser.GetAsync($"app/backups/{backup.Name}/download");
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await download.Content.ReadAsByteArrayAsync(Stop))).ShouldBe(backup.Sha256);

        // Beside itself.
        var copy = "c" + Guid.NewGuid().ToString("N")[..10];
        var form = await area.Browser.PageAsync($"app/backups/{backup.Name}/restore");
        (await area.Browser.SendAsync(form, "/restore", ("Id", victim.Id), ("Name", "副本"), ("Prefix", copy), ("Provider", "Sqlite"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        state = await EndedAsync(area, await area.Browser.SendAsync(form, "/restore", ("Id", copy), ("Name", "副本"), ("Prefix", copy), ("Provider", "Sqlite")));
        state.Phase.ShouldBe(LongTaskPhase.Succeeded, state.Error);
        area.Registry.Find(copy)!.Row.State.ShouldBe(SiteState.Stopped, "a copy tells nobody anything before the operator has looked at it");
        (await area.UseAsync(directory => directory.SwitchAsync(copy, SiteState.Running, Stop))).Succeeded.ShouldBeTrue();
        (await new TestSite(platform, copy).Browse().GetAsync("sign-in/staff")).StatusCode.ShouldBe(HttpStatusCode.OK);

        // Over itself: what was written since is gone, what was before is kept aside.
        await site.AccountAsync(StandardRoles.Administrator, "/hq/");
        var users = await site.ReadAsync(db => db.Users.CountAsync(Stop));
        await area.StopAsync(victim.Id);
        form = await area.Browser.PageAsync($"app/backups/{backup.Name}/replace");
        (await area.Browser.SendAsync(form, "/replace", ("Id", victim.Id), ("Provider", "Sqlite"), ("TypedName", "别的"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        state = await EndedAsync(area, await area.Browser.SendAsync(form, "/replace", ("Id", victim.Id), ("Provider", "Sqlite"), ("TypedName", "北方净水")));
        state.Phase.ShouldBe(LongTaskPhase.Succeeded, state.Error);
        (await area.UseAsync(directory => directory.SwitchAsync(victim.Id, SiteState.Running, Stop))).Succeeded.ShouldBeTrue();
        (await site.ReadAsync(db => db.Users.CountAsync(Stop))).ShouldBe(users - 1);
        File.Exists(Path.Combine(victim.Folder, "site.db")).ShouldBeTrue("kept aside");
        var record = await area.Browser.PageAsync($"app/sites/{victim.Id}");
        (await area.Browser.SendAsync(record, "/remove")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Directory.Exists(victim.Folder).ShouldBeFalse();

        (await area.Browser.SendAsync(page, "/delete")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        platform.Services.GetRequiredService<BackupStore>().Find(backup.Name).ShouldBeNull();
        var audit = await area.Site.ReadAsync(db => db.Set<AuditRow>().Select(row => row.Command).ToListAsync(Stop));
        foreach (var act in new[] { "BackUpSite", "DownloadBackup", "RestoreSite", "ReplaceSite", "RemoveFormerPlace", "DeleteBackup" })
        {
            audit.ShouldContain("Kernel.Sites." + act);
        }
    }

    [Fact]
    public async Task A_site_moves_by_screen_and_its_connection_string_is_told_nobody()
    {
        Assert.SkipWhen(DatabaseDataAttribute.PostgreSql is null, "PostgreSQL is not configured.");
        var area = await OperatorArea.MakeAsync(platform);
        var victim = await area.VictimAsync("南方净水");
        var connection = platform.NewConnection("PostgreSql", victim.Id);
        var form = await area.Browser.PageAsync($"app/sites/{victim.Id}/move");

        var tested = await area.Browser.SendAsync(form, "/move", ("Provider", "PostgreSql"), ("Connection", connection), ("act", "test"));
        (await tested.Content.ReadAsStringAsync(Stop)).ShouldContain("连接成功");
        area.Registry.Find(victim.Id)!.Provider.Name.ShouldBe("Sqlite");
        var state = await EndedAsync(area, await area.Browser.SendAsync(form, "/move", ("Provider", "PostgreSql"), ("Connection", connection), ("TypedName", "南方净水")));

        state.Phase.ShouldBe(LongTaskPhase.Succeeded, state.Error);
        var moved = area.Registry.Find(victim.Id)!;
        moved.Provider.Name.ShouldBe("PostgreSql");
        moved.Fault.ShouldBeNull();
        moved.Row.State.ShouldBe(SiteState.Running);
        moved.Row.Connection.ShouldStartWith("sealed:");
        var database = new NpgsqlConnectionStringBuilder(connection).Database!;
        (await area.Browser.PageAsync($"app/sites/{victim.Id}")).DocumentElement.OuterHtml.ShouldNotContain(database);
        (await area.Browser.PageAsync($"app/sites/{victim.Id}/move")).DocumentElement.OuterHtml.ShouldNotContain(database);
        var again = await area.Browser.SendAsync(await area.Browser.PageAsync("app/sites/new"), "/new", ("Provider", "PostgreSql"), ("Connection", connection), ("act", "test"));
        (await again.Content.ReadAsStringAsync(Stop)).ShouldContain("已被另一个站点使用");
    }

    [Theory]
    [InlineData("", "请填写连接字符串")]
    [InlineData("nonsense", "无法识别")]
    [InlineData("Host=;Database=x", "无法识别")]
    [InlineData("Host=127.0.0.1;Port=1;Database=x;Username=y", "没有数据库服务器应答")]
    [InlineData("Host=10.255.255.1;Database=x;Username=y", "没有数据库服务器应答")]
    [InlineData("Host=no-such-host.invalid;Database=x;Username=y", "没有数据库服务器应答")]
    public async Task A_connection_string_to_nowhere_is_refused_in_time(string connection, string words)
    {
        var area = await OperatorArea.MakeAsync(platform);
        var form = await area.Browser.PageAsync("app/sites/new");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var id = "v" + Guid.NewGuid().ToString("N")[..10];

        var refused = await area.Browser.SendAsync(
            form, "/new", ("Id", id), ("Name", "新站点"), ("Prefix", id), ("Recipe", "blank"), ("Culture", "zh-CN"), ("TimeZone", "Asia/Shanghai"), ("Provider", "PostgreSql"), ("Connection", connection));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync(Stop)).ShouldContain(words);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60), "a server that is silent keeps nobody waiting for as long as the system would");
        area.Registry.Find(id).ShouldBeNull();
    }

    [Fact]
    public async Task A_connection_with_too_few_rights_or_to_a_database_in_use_is_refused_by_its_reason()
    {
        Assert.SkipWhen(DatabaseDataAttribute.PostgreSql is null, "PostgreSQL is not configured.");
        var area = await OperatorArea.MakeAsync(platform);
        var form = await area.Browser.PageAsync("app/sites/new");
        var server = new NpgsqlConnectionStringBuilder(DatabaseDataAttribute.PostgreSql) { Pooling = false };
        var role = "r" + Guid.NewGuid().ToString("N")[..12];
        var occupied = new NpgsqlConnectionStringBuilder(platform.NewConnection("PostgreSql", role)) { Pooling = false };
        await RunAsync(server, $"CREATE ROLE {role} LOGIN PASSWORD 'right'", $"CREATE DATABASE \"{occupied.Database}\"");
        try
        {
            occupied.Username = role;
            occupied.Password = "right";
            (await RefusalAsync(occupied.ConnectionString)).ShouldContain("没有在这个数据库里建表的权限");
            await RunAsync(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = occupied.Database }, "CREATE TABLE something (id int)");
            (await RefusalAsync(occupied.ConnectionString)).ShouldContain("数据库里已有其他表");
            occupied.Database = "sp_not_there_" + role;
            (await RefusalAsync(occupied.ConnectionString)).ShouldContain("没有建库权限");
            occupied.Database = server.Database;
            occupied.Username = "nobody_" + role;
            (await RefusalAsync(occupied.ConnectionString)).ShouldContain("拒绝了用户名或密码");
        }
        finally
        {
            await RunAsync(server, $"DROP ROLE {role}");
        }

        async Task<string> RefusalAsync(string connection)
        {
            var refused = await area.Browser.SendAsync(form, "/new", ("Provider", "PostgreSql"), ("Connection", connection), ("act", "test"));
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, connection);
            return await refused.Content.ReadAsStringAsync(Stop);
        }
    }

    [Fact]
    public async Task Each_night_every_site_is_backed_up_and_the_oldest_back_ups_go()
    {
        var area = await OperatorArea.MakeAsync(platform);
        var victim = await area.VictimAsync();
        var store = platform.Services.GetRequiredService<BackupStore>();
        var byHand = await store.MakeAsync(victim, isNightly: false, ArchiveScene.Nobody, Stop);
        var page = await area.Browser.PageAsync("app/backups");
        (await area.Browser.SendAsync(page, "/settings", ("nights", "2"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        for (var night = 0; night < 3; night++)
        {
            await store.MakeAsync(victim, isNightly: true, ArchiveScene.Nobody, Stop);
            platform.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        store.Prune(victim.Id, 2);
        var kept = store.List().Where(backup => backup.SiteId == victim.Id).Select(backup => backup.Name).ToList();
        kept.Count.ShouldBe(3);
        kept.ShouldContain(byHand);
        (await area.Site.UseAsync<IEnumerable<IRecurringJob>, bool>(jobs => Task.FromResult(jobs.Any(job => job.Id == "operator.backups")))).ShouldBeTrue();
        (await area.Site.UseAsync<ServicePlatform.Settings.ISettings, BackupSettings>(settings => settings.GetAsync<BackupSettings>(Stop))).Nights.ShouldBe(2);
    }

    [Fact]
    public async Task A_list_does_not_open_archives_that_it_knows()
    {
        var area = await OperatorArea.MakeAsync(platform);
        var victim = await area.VictimAsync("北方净水");
        var store = platform.Services.GetRequiredService<BackupStore>();
        var name = await store.MakeAsync(victim, isNightly: false, ArchiveScene.Nobody, Stop);
        var path = store.PathOf(name)!;
        var before = store.List(victim.Id).ShouldHaveSingleItem();
        (before.SiteName, before.Rows).ShouldBe(("北方净水", store.Find(name)!.Manifest!.Rows));

        // Of the same size and age, and no archive any more: whoever opens it sees that.
        var written = File.GetLastWriteTimeUtc(path);
        await File.WriteAllBytesAsync(path, new byte[new FileInfo(path).Length], Stop);
        File.SetLastWriteTimeUtc(path, written);
        store.List(victim.Id).ShouldBe([before]);
        store.Find(name)!.Manifest.ShouldBeNull();

        File.SetLastWriteTimeUtc(path, written.AddSeconds(5));
        store.List(victim.Id).ShouldHaveSingleItem().SiteName.ShouldBeNull("it has changed since");
        store.Delete(name);
        Directory.GetFiles(Path.GetDirectoryName(path)!, name + "*").ShouldBeEmpty();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task RunAsync(NpgsqlConnectionStringBuilder server, params string[] statements)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(Stop);
        foreach (var sql in statements)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(Stop);
        }
    }

    internal static async Task<LongTaskState> EndedAsync(OperatorArea area, HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Stop));
        var address = answer.Headers.Location!.ToString();
        address.ShouldContain("/app/tasks/");
        return await area.Site.TaskEndedAsync(Guid.Parse(address[(address.LastIndexOf('/') + 1)..]));
    }
}
