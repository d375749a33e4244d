using Microsoft.EntityFrameworkCore;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.SampleModule.Notes;
using ServicePlatform.Security;
using ServicePlatform.Tasks;
using static ServicePlatform.IntegrationTests.Plugins.PluginCrowd;

namespace ServicePlatform.IntegrationTests.Plugins;

/// <summary>Long tasks of plugins, and calls that nobody can give up: both are watched, and neither holds the product up.</summary>
[Trait("goal", "G12")]
public sealed class PluginTaskTests(PluginCrowd crowd)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_good_one_does_all_its_steps()
    {
        var site = await crowd.SiteAsync(Good);

        var ended = await RunAsync(site, Good, 3);

        (ended.Phase, ended.Done).ShouldBe((LongTaskPhase.Succeeded, 3L));
        (await site.ReadAsync(db => db.Database.SqlQuery<int>($"select count(*) as Value from Sample01_Greetings").SingleAsync(Stop))).ShouldBe(3);
    }

    [Fact]
    public async Task One_that_throws_has_failed_for_good_even_where_it_cannot_tidy_up()
    {
        var site = await crowd.SiteAsync(ThrowsInTask);

        var ended = await RunAsync(site, ThrowsInTask, 1);

        ended.Phase.ShouldBe(LongTaskPhase.Failed);
        crowd.Plugin(ThrowsInTask).Health.Incidents.Count(incident => incident.Detail.Contains("throws-in-task")).ShouldBe(2, "the work and the tidying up are counted");
    }

    [Fact]
    public async Task One_that_says_nothing_is_given_up_and_keeps_what_it_uses()
    {
        var site = await crowd.SiteAsync(HangsInTask);

        var ended = await RunAsync(site, HangsInTask, 1);

        ended.Phase.ShouldBe(LongTaskPhase.Failed);
        ended.Error!.ShouldContain(crowd.Plugin(HangsInTask).Name);
        crowd.Plugin(HangsInTask).Health.Figures.Slow.ShouldBe(1);
        (await crowd.LateAsync(HangsInTask)).ShouldBe("works", "its scope was not taken away under it");
        (await site.ReadAsync(db => db.Database.SqlQuery<int>($"select count(*) as Value from Sample27_Greetings").SingleAsync(Stop))).ShouldBe(0, "what it does after it was given up does not count");
    }

    [Fact]
    public async Task One_that_hangs_in_a_step_lets_the_others_write()
    {
        var site = await crowd.SiteAsync(HangsInStep);

        var ended = await RunAsync(site, HangsInStep, 1);
        await site.DoAsync(new WriteNote(Guid.Empty, "/hq/", "written meanwhile"));

        ended.Phase.ShouldBe(LongTaskPhase.Failed);
        (await site.ReadAsync(db => db.Set<Note>().CountAsync(Stop))).ShouldBe(1);
        await File.WriteAllTextAsync(Path.Combine(crowd.FolderOf(HangsInStep), "stop.txt"), "", Stop);
    }

    [Fact]
    public async Task A_call_that_should_answer_at_once_and_does_not_is_named()
    {
        var plugin = crowd.Plugin(BlocksInMenu);
        var site = await crowd.SiteAsync(Good, BlocksInMenu);
        var agent = await site.SignInAsync(StandardRoles.Agent);
        var page = agent.GetAsync("account");
        while (plugin.Health.Stuck is null)
        {
            Stop.ThrowIfCancellationRequested();
            crowd.Watch.Look();
            await Task.Delay(20, Stop);
        }

        plugin.Health.Stuck.What.ShouldBe("Navigation.Items");
        await File.WriteAllTextAsync(Path.Combine(crowd.FolderOf(BlocksInMenu), "stop.txt"), "", Stop);
        (await page).IsSuccessStatusCode.ShouldBeTrue();
        plugin.Health.Stuck.ShouldBeNull("it came back after all");
        plugin.Health.Incidents.ShouldContain(incident => incident.Kind == "stuck");
        crowd.Plugin(Good).Health.Incidents.ShouldNotContain(incident => incident.Kind == "stuck");
    }

    [Fact]
    public async Task Its_permissions_and_tables_are_on_the_screens()
    {
        var site = await crowd.SiteAsync(Good);
        var admin = await site.SignInAsync(StandardRoles.Administrator);

        (await admin.PageAsync("app/roles/agent")).QuerySelector("input[value='sample01.greet']").ShouldNotBeNull();
        (await admin.PageAsync("app/settings/features/Sample01")).DocumentElement.TextContent.ShouldContain("Sample01_Greetings");
    }

    private static async Task<LongTaskState> RunAsync(TestSite site, int number, int steps)
    {
        var task = await site.UseAsync<ILongTasks, Guid>(tasks => tasks.StartAsync($"sample{number:00}.task", steps, "greetings", null, Stop));
        return await site.TaskEndedAsync(task);
    }
}
