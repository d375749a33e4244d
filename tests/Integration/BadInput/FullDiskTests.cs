using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Data.Audit;
using ServicePlatform.IntegrationTests.Devices;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.SampleModule.Notes;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.BadInput;

/// <summary>A disk without room: what is refused leaves nothing behind, reading goes on, and it works again once there is room.</summary>
[Trait("goal", "G6")]
public sealed class FullDiskTests(TestPlatform platform)
{
    private const HttpStatusCode NoRoom = HttpStatusCode.InsufficientStorage;

    [Fact]
    public async Task A_full_disk_refuses_writes_with_words_and_keeps_what_was_acknowledged()
    {
        var devices = await DeviceSite.CreateAsync(platform, "Sqlite");
        var site = devices.Site;
        var principal = await devices.PrincipalAsync("p1");
        var agent = await site.SignInAsync(StandardRoles.Agent);
        var file = new SqliteConnectionStringBuilder(platform.Services.GetRequiredService<SiteRegistry>().Find(site.Id)!.ConnectionString).DataSource;
        var acknowledged = 0;
        using (var disk = new FullDisk(file))
        {
            HttpResponseMessage answer;
            while ((answer = await WriteAsync(agent)).StatusCode == HttpStatusCode.OK && acknowledged < 500)
            {
                acknowledged++;
            }

            answer.StatusCode.ShouldBe(NoRoom, platform.Faults.Last);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("磁盘");
            (await CountAsync(site)).ShouldBe((acknowledged, acknowledged));
            (await agent.GetAsync("app/customers")).StatusCode.ShouldBe(HttpStatusCode.OK, "reading goes on");

            var page = await FileUntilRefusedAsync(agent, principal);
            page.ShouldContain("<html lang=\"zh-CN\"");
            page.ShouldContain("服务器磁盘空间已满，本次内容没有保存。请管理员清理空间后再试。");
            page.ShouldContain("张晓明", customMessage: "what was typed is still there");

            disk.Free();
            using var again = await WriteAsync(agent);
            again.StatusCode.ShouldBe(HttpStatusCode.OK, platform.Faults.Last);
            (await CountAsync(site)).ShouldBe((acknowledged + 1, acknowledged + 1));
        }
    }

    [Theory]
    [InlineData(28)]
    [InlineData(unchecked((int)0x80070070))]
    public async Task A_file_that_finds_no_room_is_refused_with_the_same_words(int code)
    {
        var site = await platform.CreateSiteAsync("Sqlite");

        var failure = await site.UseAsync<DatabaseFaults, Commands.Failure?>(faults => Task.FromResult(faults.Describe(new IOException("No space left on device", code))));

        failure!.Code.ShouldBe("kernel.disk-full");
        Web.FailureStatus.Of(failure.Kind).ShouldBe(507);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<HttpResponseMessage> WriteAsync(Browser browser)
    {
        var text = string.Concat(Enumerable.Repeat("水", 900));
        return browser.Client.PostAsync("api/notes", new StringContent($"{{\"principalId\":\"00000000-0000-0000-0000-000000000000\",\"holderPath\":\"/hq/\",\"text\":\"{text}\"}}", Encoding.UTF8, "application/json"), Stop);
    }

    private static Task<(int Notes, int Audited)> CountAsync(TestSite site) => site.ReadAsync(async db => (
        await db.Set<Note>().CountAsync(Stop), await db.Set<AuditRow>().CountAsync(row => row.Command.EndsWith("WriteNote"), Stop)));

    /// <summary>Sends the form of a new customer until there is no room for him.</summary>
    private static async Task<string> FileUntilRefusedAsync(Browser agent, Guid principal)
    {
        var page = await agent.PageAsync("app/customers/new");
        var token = page.QuerySelector("meta[name=sp-token]")!.GetAttribute("content")!;
        for (var attempt = 0; attempt < 60; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "app/customers/new");
            request.Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["PrincipalId"] = principal.ToString(), ["Name"] = "张晓明", ["Kind"] = "Person", ["Gender"] = "Female", ["Phones[0].Number"] = $"138000{attempt:00000}", ["Note"] = new string('水', 900),
            });
            request.Headers.Add("Accept", "text/html");
            request.Headers.Add("RequestVerificationToken", token);
            using var answer = await agent.Client.SendAsync(request, Stop);
            var text = await answer.Content.ReadAsStringAsync(Stop);
            if (answer.StatusCode == NoRoom)
            {
                return text;
            }

            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, text);
        }

        return "never refused";
    }
}
