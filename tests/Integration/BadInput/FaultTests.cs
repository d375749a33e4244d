using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.BadInput;

/// <summary>A database or a folder that is gone for a while: the site says so, the others go on, and it comes back by itself.</summary>
public sealed class FaultTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    public async Task A_database_that_is_down_closes_its_site_only_until_it_is_back(string database)
    {
        var (site, other) = (await platform.CreateSiteAsync(database), await platform.CreateSiteAsync("Sqlite"));
        var agent = await site.SignInAsync(StandardRoles.Agent);
        (await agent.GetAsync("app/customers")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var token = (await agent.PageAsync("account")).QuerySelector("meta[name=sp-token]")!.GetAttribute("content")!;
        var runtime = platform.Services.GetRequiredService<SiteRegistry>().Find(site.Id)!;

        await using (await DownAsync(database, runtime))
        {
            runtime.Sessions.Clear();
            var page = await agent.GetAsync("app/customers");
            var words = await page.Content.ReadAsStringAsync(Stop);
            page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, words);
            words.ShouldContain("<html lang=\"zh-CN\"");
            words.ShouldContain(site.Id, customMessage: "in the site's name");
            words.ShouldContain(page.Headers.GetValues("X-Request-Number").Single());
            words.ShouldContain("数据库");

            using var sent = await PostAsync(agent, token);
            sent.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await sent.Content.ReadAsStringAsync(Stop)).ShouldContain("没有保存");

            var api = await agent.GetAsync("api/notes", "application/json");
            api.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            api.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");

            (await HealthAsync()).ShouldContain(site.Id);
            (await HealthAsync()).ShouldNotContain(other.Id);
            (await other.Browse().GetAsync("sign-in/staff")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await site.Browse().GetAsync("sign-in/staff")).StatusCode.ShouldBe(HttpStatusCode.OK, "the page reads no database");
        }

        (await agent.GetAsync("app/customers")).StatusCode.ShouldBe(HttpStatusCode.OK, platform.Faults.Last);
        (await HealthAsync()).ShouldNotContain(site.Id);
    }

    [Fact]
    public async Task A_file_that_another_process_holds_is_read_and_refuses_what_is_sent()
    {
        var folder = Directory.CreateTempSubdirectory("service-platform-held-");
        var file = Path.Combine(folder.FullName, "held.db");
        var site = await platform.CreateSiteAsync("Sqlite", connection: $"Data Source={file};Default Timeout=1");
        var agent = await site.SignInAsync(StandardRoles.Agent);
        var before = await Tables.CountAsync(site);
        await using (var holder = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await holder.OpenAsync(Stop);
            await using var hold = holder.BeginTransaction(deferred: false);
            (await agent.GetAsync("app/customers")).StatusCode.ShouldBe(HttpStatusCode.OK);

            using var sent = await WriteAsync(agent);

            sent.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            Tables.Difference(before, await Tables.CountAsync(site)).ShouldBe("");
        }

        using var again = await WriteAsync(agent);
        again.StatusCode.ShouldBe(HttpStatusCode.OK, await again.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task A_folder_that_takes_no_files_refuses_the_photo_and_keeps_the_rest()
    {
        var scene = await BadInputScene.MakeAsync(platform, "Sqlite");
        var files = Path.Combine(platform.Services.GetRequiredService<SiteRegistry>().Find(scene.Site.Id)!.Folder, "files");
        var (address, visit) = await UploadTests.VisitAsync(scene);
        var before = await Tables.CountAsync(scene.Site);
        Directory.Move(files, files + "-aside");
        await File.WriteAllTextAsync(files, "", Stop);

        using var refused = await UploadTests.SendAsync(scene.People["technician"], address + "/photos", "Photo", "a.jpg", "image/jpeg", WorkOrders.OrderScene.Photo(7).ToArray(), ("Id", visit.ToString()));

        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await refused.Content.ReadAsStringAsync(Stop)).ShouldContain("文件");
        Tables.Difference(before, await Tables.CountAsync(scene.Site)).ShouldBe("");
        File.Delete(files);
        Directory.Move(files + "-aside", files);
        using var taken = await UploadTests.SendAsync(scene.People["technician"], address + "/photos", "Photo", "a.jpg", "image/jpeg", WorkOrders.OrderScene.Photo(7).ToArray(), ("Id", visit.ToString()));
        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<IAsyncDisposable> DownAsync(string database, SiteRuntime runtime)
    {
        if (database == "Sqlite")
        {
            var file = new SqliteConnectionStringBuilder(runtime.ConnectionString).DataSource;
            runtime.Provider.CloseIdleConnections(runtime.ConnectionString);
            foreach (var part in new[] { "", "-wal", "-shm" }.Where(part => File.Exists(file + part)))
            {
                File.Move(file + part, file + part + "-aside");
            }

            Directory.CreateDirectory(file);
            return new Back(() =>
            {
                runtime.Provider.CloseIdleConnections(runtime.ConnectionString);
                Directory.Delete(file);
                foreach (var part in new[] { "", "-wal", "-shm" }.Where(part => File.Exists(file + part + "-aside")))
                {
                    File.Move(file + part + "-aside", file + part);
                }

                return Task.CompletedTask;
            });
        }

        if (database == "SqlServer")
        {
            var taken = new Microsoft.Data.SqlClient.SqlConnectionStringBuilder(runtime.ConnectionString).InitialCatalog;
            await SqlServerDatabases.RunAsync($"ALTER DATABASE [{taken}] SET OFFLINE WITH ROLLBACK IMMEDIATE");
            return new Back(() => SqlServerDatabases.RunAsync($"ALTER DATABASE [{taken}] SET ONLINE"));
        }

        var name = new NpgsqlConnectionStringBuilder(runtime.ConnectionString).Database;
        await RunAsync($"ALTER DATABASE \"{name}\" ALLOW_CONNECTIONS false");
        await RunAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        return new Back(() => RunAsync($"ALTER DATABASE \"{name}\" ALLOW_CONNECTIONS true"));
    }

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(DatabaseDataAttribute.PostgreSql);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<HttpResponseMessage> PostAsync(Browser browser, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "app/customers/new") { Content = new FormUrlEncodedContent([new("Name", "张丽")]) };
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("RequestVerificationToken", token);
        return await browser.Client.SendAsync(request, Stop);
    }

    private static Task<HttpResponseMessage> WriteAsync(Browser browser) =>
        browser.Client.PostAsync("api/notes", new StringContent("{\"principalId\":\"00000000-0000-0000-0000-000000000000\",\"holderPath\":\"/hq/\",\"text\":\"x\"}", System.Text.Encoding.UTF8, "application/json"), Stop);

    private async Task<string> HealthAsync()
    {
        using var client = platform.Factory.CreateClient();
        client.DefaultRequestHeaders.Add("X-Health-Key", TestPlatform.HealthKey);
        using var answer = await client.GetAsync("/health/ready", Stop);
        using var report = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        return report.RootElement.GetProperty("parts").EnumerateArray().Single(part => part.GetProperty("name").GetString() == "sites").GetProperty("says").GetString() ?? "";
    }

    private sealed class Back(Func<Task> back) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await back();
    }
}
