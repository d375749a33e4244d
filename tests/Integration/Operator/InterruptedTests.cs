using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Archives;
using ServicePlatform.Archives.Backups;
using ServicePlatform.Archives.Format;
using ServicePlatform.Archives.Work;
using ServicePlatform.Data.Host;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Providers;
using ServicePlatform.Data.Tasks;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Kernel.Tasks;
using ServicePlatform.Operator.Backups;
using ServicePlatform.Operator.Databases;
using ServicePlatform.Security;
using ServicePlatform.Tasks;

namespace ServicePlatform.IntegrationTests.Operator;

/// <summary>A host that is killed between the end of the work and taking it into use: the next start ends it without anybody's help.</summary>
[Trait("goal", "G14")]
public sealed class InterruptedTests(TestPlatform platform)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>On either database: while it is filled, when all is noted as there, and when the marks of the unfinished are gone too.</summary>
    public static TheoryData<string, bool, bool> Moments { get; } = new(
        from database in new[] { "Sqlite", "PostgreSql" }
        from moment in new[] { (IsNoted: false, IsReleased: false), (IsNoted: true, IsReleased: false), (IsNoted: true, IsReleased: true) }
        select (database, moment.IsNoted, moment.IsReleased));

    /// <param name="database">Of the restored site.</param>
    /// <param name="isNoted">Whether the task had noted that everything was there.</param>
    /// <param name="isReleased">Whether the place was not marked as unfinished any more.</param>
    [Theory, MemberData(nameof(Moments))]
    public async Task A_restore_ends_by_itself(string database, bool isNoted, bool isReleased)
    {
        var (area, victim) = await SceneAsync(database);
        var archive = await Store.MakeAsync(victim, isNightly: false, ArchiveScene.Nobody, Stop);
        var id = "k" + Guid.NewGuid().ToString("N")[..10];
        var place = new SitePlace(database, platform.NewConnection(database, id), id);
        await KillAsync(archive, place, area.Registry.FolderOf(id), isReleased);

        var state = await NextStartAsync(
            area, RestoreTask.Id, new RestoreInput(archive, id, IsNew: true, "副本", id, "", database, Key.Seal(place.Connection), id), isNoted ? RestoreTask.Filled : null);

        state.Phase.ShouldBe(LongTaskPhase.Succeeded, state.Error);
        var restored = area.Registry.Find(id)!;
        File.Exists(Path.Combine(restored.Folder, "restore-unfinished")).ShouldBeFalse();
        (await TablesAsync(restored)).ShouldNotContain(DatabaseFindings.UnfinishedTable);
        (await area.UseAsync(directory => directory.SwitchAsync(id, SiteState.Running, Stop))).Succeeded.ShouldBeTrue();
        (await new TestSite(platform, id).ReadAsync(db => db.Set<SiteUser>().CountAsync())).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Moments))]
    public async Task A_move_ends_by_itself(string database, bool isNoted, bool isReleased)
    {
        var (area, victim) = await SceneAsync(database);
        var place = new SitePlace(database, Key.Seal(database == "Sqlite" ? "site-moved.db" : platform.NewConnection(database, victim.Id + "m")), null);
        var closed = (await area.UseAsync(directory => directory.CloseForMoveAsync(victim.Id, Stop))).Value;
        var mover = platform.Services.GetRequiredService<SiteMover>();
        if (isReleased)
        {
            await mover.MoveAsync(closed, place, ArchiveScene.Nobody, Stop);
        }
        else
        {
            await Should.ThrowAsync<KilledException>(() => mover.MoveAsync(closed, place, ArchiveScene.Nobody, Stop, () => throw new KilledException()));
        }

        var state = await NextStartAsync(area, MoveTask.Id, new MoveInput(victim.Id, database, place.Connection, SiteState.Running), isNoted ? MoveTask.Filled : null);

        state.Phase.ShouldBe(LongTaskPhase.Succeeded, state.Error);
        var moved = area.Registry.Find(victim.Id)!;
        (moved.Provider.Name, moved.Row.State, moved.Fault).ShouldBe((database, SiteState.Running, null));
        moved.Row.Connection.ShouldBe(place.Connection);
        (await TablesAsync(moved)).ShouldNotContain(DatabaseFindings.UnfinishedTable);
        (await new TestSite(platform, victim.Id).ReadAsync(db => db.Set<SiteUser>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_who_fill_one_database_the_second_is_refused()
    {
        Assert.SkipWhen(DatabaseDataAttribute.PostgreSql is null, "PostgreSQL is not configured.");
        var area = await OperatorArea.MakeAsync(platform);
        var victim = await area.VictimAsync();
        await new TestSite(platform, victim.Id).AccountAsync(StandardRoles.Administrator, "/hq/");
        var name = await Store.MakeAsync(victim, isNightly: false, ArchiveScene.Nobody, Stop);
        var (one, two) = ("k" + Guid.NewGuid().ToString("N")[..10], "k" + Guid.NewGuid().ToString("N")[..10]);
        var connection = platform.NewConnection("PostgreSql", one);
        ArchiveException? refusal = null;

        // The second comes while the first is at work; the first is not disturbed.
        using var archive = ArchiveReader.Open(File.OpenRead(Store.PathOf(name)!));
        await Restorer.RestoreAsync(archive, new SitePlace("PostgreSql", connection, one), ArchiveScene.Nobody, Stop, async () =>
        {
            using var other = ArchiveReader.Open(File.OpenRead(Store.PathOf(name)!));
            refusal = await Should.ThrowAsync<ArchiveException>(
                () => Restorer.RestoreAsync(other, new SitePlace("PostgreSql", connection.Replace("Host=", "HOST=", StringComparison.Ordinal), two), ArchiveScene.Nobody, Stop));
        });

        refusal!.Failure.Code.ShouldBe("operator.database-busy");
        Directory.Exists(area.Registry.FolderOf(two)).ShouldBeFalse();
        var row = new SiteRow { Id = one, Name = one, Prefix = one, State = SiteState.Running, Provider = "PostgreSql", Connection = connection, Folder = one };
        (await area.UseAsync(directory => directory.AdoptAsync(row, "RestoreSite", Stop))).Succeeded.ShouldBeTrue();
        (await new TestSite(platform, one).ReadAsync(db => db.Set<SiteUser>().CountAsync())).ShouldBe(1);
    }

    private BackupStore Store => platform.Services.GetRequiredService<BackupStore>();

    private SiteRestorer Restorer => platform.Services.GetRequiredService<SiteRestorer>();

    private HostKey Key => platform.Services.GetRequiredService<HostKey>();

    /// <summary>Leaves folder and database as they are when the host is killed at the end of the work.</summary>
    private async Task<(OperatorArea Area, SiteRuntime Victim)> SceneAsync(string database)
    {
        Assert.SkipWhen(database == "PostgreSql" && DatabaseDataAttribute.PostgreSql is null, "PostgreSQL is not configured.");
        var area = await OperatorArea.MakeAsync(platform);
        var victim = await area.VictimAsync();
        await new TestSite(platform, victim.Id).AccountAsync(StandardRoles.Administrator, "/hq/");
        return (area, victim);
    }

    private async Task KillAsync(string name, SitePlace place, string folder, bool isReleased)
    {
        using var archive = ArchiveReader.Open(File.OpenRead(Store.PathOf(name)!));
        if (isReleased)
        {
            await Restorer.RestoreAsync(archive, place, ArchiveScene.Nobody, Stop);
            return;
        }

        await Should.ThrowAsync<KilledException>(() => Restorer.RestoreAsync(archive, place, ArchiveScene.Nobody, Stop, () =>
        {
            // Nobody tidies up after a kill: what is there now is put back.
            Copy(folder, folder + ".kept");
            throw new KilledException();
        }));
        Directory.Move(folder + ".kept", folder);
    }

    private async Task<LongTaskState> NextStartAsync<TInput>(OperatorArea area, string kind, TInput input, string? checkpoint)
    {
        var id = Guid.CreateVersion7();
        var text = await area.Site.UseAsync<ISecrets, string>(secrets => Task.FromResult(secrets.Seal(LongTasks.Secret, System.Text.Json.JsonSerializer.Serialize(input))));
        await area.Site.ReadAsync(db =>
        {
            db.Add(new LongTaskRow
            {
                Id = id, Kind = kind, Subject = kind, OpenKey = id.ToString("N"), Input = text, Checkpoint = checkpoint, Culture = "zh-CN", CreatedAt = platform.Clock.GetUtcNow().UtcDateTime,
                Phase = LongTaskPhase.Running, Node = "dead:1", Attempts = 1, HeldUntil = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            });
            return db.SaveChangesAsync(Stop);
        });
        platform.Services.GetRequiredService<LongTaskSignal>().Raise(area.Site.Id);
        return await area.Site.TaskEndedAsync(id);
    }

    private static async Task<IReadOnlyList<string>> TablesAsync(SiteRuntime site)
    {
        await using var connection = site.Provider.Connect(site.ConnectionString);
        await connection.OpenAsync(Stop);
        return await site.Provider.TablesAsync(connection, Stop);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private sealed class KilledException : Exception;
}
