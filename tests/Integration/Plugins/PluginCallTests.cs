using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Data.Scheduling;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Scheduling;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.SampleModule.Notes;
using ServicePlatform.Scheduling;
using ServicePlatform.Security;
using static ServicePlatform.IntegrationTests.Plugins.PluginCrowd;

namespace ServicePlatform.IntegrationTests.Plugins;

/// <summary>A plugin at work that fails, hangs, spins or leaks: it is counted, rests, is reported, and everyone else is served.</summary>
[Trait("goal", "G12")]
public sealed class PluginCallTests(PluginCrowd crowd)
{
    private const string Act05 = "api/sample05/act";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_throws_shows_an_error_page_then_rests_and_is_tried_again()
    {
        var browser = (await crowd.SiteAsync(Good, ThrowsInRequest)).Browse();
        for (var failure = 0; failure < 3; failure++)
        {
            (await browser.GetAsync(Act05)).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        }

        var resting = await browser.GetAsync(Act05);
        (await resting.Content.ReadAsStringAsync(Stop)).ShouldContain("多次出错，暂时停用片刻");
        resting.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        resting.Headers.RetryAfter.ShouldNotBeNull();
        (await browser.GetAsync("api/sample05/greetings")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await browser.GetAsync("api/sample01/greetings")).StatusCode.ShouldBe(HttpStatusCode.OK);
        crowd.Plugin(ThrowsInRequest).Health.Incidents[0].Detail.ShouldContain("throws-in-request");

        crowd.Platform.Clock.Advance(TimeSpan.FromSeconds(31));
        (await browser.GetAsync(Act05)).StatusCode.ShouldBe(HttpStatusCode.InternalServerError, "one call is let through as a trial");
        (await browser.GetAsync("api/sample05/greetings")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, "the trial failed");
        crowd.Platform.Clock.Advance(TimeSpan.FromSeconds(61));
        (await browser.GetAsync("api/sample05/greetings")).StatusCode.ShouldBe(HttpStatusCode.OK, "the trial succeeded");
        (await browser.GetAsync("api/sample05/greetings")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_that_hangs_is_given_up_and_trips_the_breaker()
    {
        var browser = (await crowd.SiteAsync(Good, Hangs)).Browse();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => browser.Client.GetAsync("api/sample06/act", HttpCompletionOption.ResponseHeadersRead, Stop)));
        (await browser.GetAsync("api/sample06/greetings")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        foreach (var answer in answers)
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            var page = new byte[4096];
            var length = await (await answer.Content.ReadAsStreamAsync(Stop)).ReadAsync(page, Stop);
            System.Text.Encoding.UTF8.GetString(page, 0, length).ShouldContain("\"status\":503");
        }

        crowd.Plugin(Hangs).Health.Figures.Open.ShouldBe(3, "they cannot be ended");
        crowd.Plugin(Hangs).Health.Figures.Slow.ShouldBe(3);
        (await browser.GetAsync("api/sample01/greetings")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await File.WriteAllTextAsync(Path.Combine(crowd.FolderOf(Hangs), "stop.txt"), "", Stop);
    }

    [Fact]
    public async Task One_that_stops_when_it_is_asked_to_leaves_nothing_behind()
    {
        var browser = (await crowd.SiteAsync(Slow)).Browse();

        var answer = await browser.GetAsync("api/sample07/act");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("没有及时响应");
        crowd.Plugin(Slow).Health.Figures.Open.ShouldBe(0);
        (await browser.GetAsync("api/sample07/greetings")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_that_spins_is_reported_by_its_name()
    {
        var plugin = crowd.Plugin(Spins);
        var browser = (await crowd.SiteAsync(Spins)).Browse();
        var call = browser.GetAsync("api/sample08/act");
        while (plugin.Health.Spinning is null)
        {
            Stop.ThrowIfCancellationRequested();
            crowd.Watch.Look();
            await Task.Delay(20, Stop);
        }

        await File.WriteAllTextAsync(Path.Combine(crowd.FolderOf(Spins), "stop.txt"), "", Stop);
        await call;

        plugin.Health.Spinning!.What.ShouldBe("GET /api/sample08/act");
        crowd.Plugin(Good).Health.Spinning.ShouldBeNull();
    }

    [Fact]
    public async Task One_that_leaks_is_reported_with_what_it_holds()
    {
        var browser = (await crowd.SiteAsync(Good, Leaks)).Browse();

        // The tests beside this one fill and empty the process' heap, so that the plugins are seen on a heap of their own.
        for (var period = 0; period < 6; period++)
        {
            for (var call = 0; call < 8; call++)
            {
                (await browser.GetAsync("api/sample09/act")).StatusCode.ShouldBe(HttpStatusCode.OK);
                (await browser.GetAsync("api/sample01/act")).StatusCode.ShouldBe(HttpStatusCode.OK);
            }

            crowd.Watch.LookAtMemory(200_000_000 + crowd.Plugin(Leaks).Health.Allocated);
        }

        crowd.Plugin(Leaks).Health.Growing.ShouldNotBeNull().What.ShouldStartWith("Behaviour.Hoard");
        crowd.Plugin(Leaks).Health.Allocated.ShouldBeGreaterThan(48 * 4L * 1024 * 1024);
        crowd.Plugin(Good).Health.Growing.ShouldBeNull("it was at work as often, but asked for little");
    }

    [Fact]
    public async Task A_job_that_throws_or_hangs_is_a_failed_run_and_the_host_goes_on()
    {
        var site = await crowd.SiteAsync(Good, ThrowsInJob, HangsInJob);

        (await RunAsync(site, "sample01.greet")).State.ShouldBe(JobRunState.Succeeded);
        (await RunAsync(site, "sample14.greet")).Error!.ShouldContain("throws-in-job");
        (await RunAsync(site, "sample15.greet")).Error!.ShouldContain("did not answer in time");
        (await crowd.LateAsync(HangsInJob)).ShouldBe("works", "its scope was not taken away under it");
        (await site.Browse().GetAsync("api/sample01/greetings")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_handler_that_throws_undoes_nothing_but_its_own_unless_it_is_decisive()
    {
        var site = await crowd.SiteAsync(Good, ThrowsInHandler);

        await site.DoAsync(new WriteNote(Guid.Empty, "/hq/", "told to all"));
        await site.DeliverAsync();
        await Should.ThrowAsync<InvalidOperationException>(() => site.SendAsync(new WriteNote(Guid.Empty, "/hq/", "refused by Sample01")));

        (await site.ReadAsync(db => db.Set<Note>().Select(note => note.Text).ToListAsync(Stop))).ShouldBe(["told to all"]);
        (await site.ReadAsync(db => db.Database.SqlQuery<string>($"select Text as Value from Sample01_Greetings").ToListAsync(Stop))).ShouldBe(["told to all"]);
        (await site.ReadAsync(db => db.Database.SqlQuery<string>($"select Text as Value from Sample16_Greetings").ToListAsync(Stop))).ShouldBeEmpty();
        crowd.Plugin(ThrowsInHandler).Health.Figures.Failures.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_menu_or_a_library_that_fails_takes_nothing_of_the_product_with_it()
    {
        var site = await crowd.SiteAsync(Good, ThrowsInMenu, NoLibrary);
        var agent = await site.SignInAsync(StandardRoles.Agent);

        var page = await agent.PageAsync("account");

        page.QuerySelector(".rail a[href$='/app/sample01']").ShouldNotBeNull();
        page.QuerySelector(".rail a[href$='/app/sample17']").ShouldBeNull();
        (await agent.GetAsync("app/sample24")).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await agent.GetAsync("api/sample24/greetings")).StatusCode.ShouldBe(HttpStatusCode.OK);
        crowd.Plugin(NoLibrary).Health.Incidents.ShouldContain(incident => incident.Detail.Contains("QRCoder"));
    }

    private async Task<JobRun> RunAsync(TestSite site, string jobId)
    {
        var runtime = crowd.Platform.Services.GetRequiredService<SiteRegistry>().Find(site.Id)!;
        await using var scope = crowd.Platform.Services.GetRequiredService<SiteScopes>().Open(site.Id);
        var job = scope.ServiceProvider.GetServices<IRecurringJob>().Single(candidate => candidate.Id == jobId);
        await ActivatorUtilities.CreateInstance<SiteJob>(crowd.Platform.Services).RunAsync(runtime, job, null, Stop);
        return await site.ReadAsync(db => db.Set<JobRun>().SingleAsync(run => run.JobId == jobId, Stop));
    }
}
