using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Archives;
using ServicePlatform.Archives.Format;
using ServicePlatform.Archives.Values;
using ServicePlatform.Archives.Work;
using ServicePlatform.Data;
using ServicePlatform.Data.Host;
using ServicePlatform.Data.Identity;
using ServicePlatform.Files;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.WorkOrders;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Operator;

/// <summary>A site with work in it, and what archives do with it.</summary>
internal sealed class ArchiveScene(TestPlatform platform, TestSite site)
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public TestSite Site => site;

    public SiteRegistry Registry => platform.Services.GetRequiredService<SiteRegistry>();

    public SiteRuntime Runtime => Registry.Find(site.Id)!;

    public string Sealed { get; private set; } = "";

    public static async Task<ArchiveScene> MakeAsync(TestPlatform platform, string database)
    {
        var orders = await OrderScene.MakeAsync(platform, database);
        var home = await orders.HouseholdAsync(orders.Aqua);
        var (_, visit) = await orders.BookedAsync(home);
        await orders.ArriveAsync(visit);
        var scene = new ArchiveScene(platform, orders.Site);
        await scene.FileAsync(Png);
        scene.Sealed = await orders.Site.UseAsync<ISecrets, string>(secrets => Task.FromResult(secrets.Seal("test", "门锁密码")));
        await orders.Site.ReadAsync(async db =>
        {
            var user = await db.Set<SiteUser>().FirstAsync();
            user.LockoutEnd = new DateTimeOffset(2031, 3, 3, 1, 0, 0, TimeSpan.Zero).AddTicks(1234560);
            return await db.SaveChangesAsync();
        });
        await orders.Site.DeliverAsync();
        return scene;
    }

    public async Task FileAsync(byte[] content, FileRules? rules = null)
    {
        await using var scope = platform.Services.GetRequiredService<SiteScopes>().Open(site.Id);
        var files = scope.ServiceProvider.GetRequiredService<IFileStore>();
        var saved = await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync(
            () => files.SaveAsync(new MemoryStream(content), "a.png", new Subject("test", Guid.NewGuid()), rules ?? FileRules.Signature, "File", Stop), null, Stop);
        saved.Succeeded.ShouldBeTrue(TestSite.Describe(saved.Failure));
    }

    /// <summary>Closed, so that nothing changes between two looks.</summary>
    public Task StopAsync() => DirectoryAsync(directory => directory.SwitchAsync(site.Id, SiteState.Stopped, Stop));

    public async Task<string> WriteAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{site.Id}-{Guid.NewGuid():N}.zip");
        await using var target = File.Create(path);
        await platform.Services.GetRequiredService<ArchiveWriter>().WriteAsync(Runtime, target, Nobody, Stop);
        return path;
    }

    /// <summary>Restores it as another site on a database of that kind; it is stopped then.</summary>
    public async Task<TestSite> RestoreAsync(string path, string database)
    {
        var id = "r" + Guid.NewGuid().ToString("N")[..12];
        using var archive = ArchiveReader.Open(File.OpenRead(path));
        var place = new SitePlace(database, platform.NewConnection(database, id), id);
        await platform.Services.GetRequiredService<SiteRestorer>().RestoreAsync(archive, place, Nobody, Stop);
        var told = archive.Manifest.Site;
        var row = new SiteRow
        {
            Id = id, Name = told.Name, Prefix = id, State = SiteState.Stopped, Provider = place.Provider, Connection = place.Connection, Folder = id,
            Culture = told.Culture, TimeZone = told.TimeZone, Currency = told.Currency, Theme = told.Theme, Features = told.Features, Recipe = told.Recipe, CreatedAt = told.CreatedAt,
        };
        var adopted = await DirectoryAsync(directory => directory.AdoptAsync(row, "RestoreSite", Stop));
        adopted.Succeeded.ShouldBeTrue(TestSite.Describe(adopted.Failure));
        return new TestSite(platform, id);
    }

    /// <summary>Rows and hash of every table of a site, read by a way of its own: every row as text, sorted.</summary>
    public async Task<Dictionary<string, string>> TablesAsync(string siteId)
    {
        var runtime = Registry.Find(siteId)!;
        await using var context = platform.Services.GetRequiredService<SiteDatabases>().Open(runtime.DbOptions);
        await using var connection = runtime.Provider.Connect(runtime.ConnectionString);
        await connection.OpenAsync(Stop);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in SitePlan.Of(context))
        {
            var lines = new List<string>();
            await using var rows = await TableRows.OpenAsync(connection, null, table, Stop);
            while (await rows.ReadAsync(Stop))
            {
                lines.Add(string.Join('|', rows.Values.Select(value => value switch
                {
                    null => "-",
                    DateTime time => time.ToString("O"),
                    DateTimeOffset moment => moment.ToString("O"),
                    byte[] bytes => Convert.ToHexString(bytes),
                    double number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
                    _ => value.ToString(),
                })));
            }

            lines.Sort(StringComparer.Ordinal);
            found[table.Name] = string.Join('\n', lines);
        }

        return found;
    }

    public async Task<T> DirectoryAsync<T>(Func<SiteDirectory, Task<T>> use)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<SiteDirectory>());
    }

    public static Task Nobody(long done, long? total) => Task.CompletedTask;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
