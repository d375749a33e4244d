using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Tasks;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Security;
using ServicePlatform.SampleModule.Notes;
using ServicePlatform.Security;
using ServicePlatform.Tasks;

namespace ServicePlatform.IntegrationTests.Kernel;

public sealed class LongTaskTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    public async Task A_task_runs_with_what_its_starter_may_do_and_leaves_its_result(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var starter = await site.AccountAsync(StandardRoles.Agent, "/hq/");

        var state = await site.TaskEndedAsync(await StartAsync(site, ["one", "two"], actor: starter));

        (state.Phase, state.Done, state.Total).ShouldBe((LongTaskPhase.Succeeded, 2L, 2L));
        (await NotesAsync(site)).ShouldBe(["one", "two"]);
        var row = await RowAsync(site, state.Id);
        (row.Input, row.Checkpoint, row.ResultAddress, row.StartedBy).ShouldBe(("", null, "/app/notes", starter.UserId));
    }

    [Theory, DatabaseData]
    public async Task Who_may_not_do_it_any_more_does_not_do_it(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var warehouse = await site.AccountAsync(StandardRoles.Warehouse, "/hq/");
        var gone = await site.AccountAsync(StandardRoles.Agent, "/hq/");
        await site.ReadAsync(db => db.Set<SiteUser>().Where(user => user.Id == gone.UserId).ExecuteUpdateAsync(user => user.SetProperty(row => row.IsActive, false)));

        var refused = await site.TaskEndedAsync(await StartAsync(site, ["one"], actor: warehouse));
        var nobody = await site.TaskEndedAsync(await StartAsync(site, ["one"], actor: gone));

        (refused.Phase, nobody.Phase).ShouldBe((LongTaskPhase.Failed, LongTaskPhase.Failed));
        nobody.Error!.ShouldContain("switched off");
        (await NotesAsync(site)).ShouldAllBe(text => text.StartsWith("ended as", StringComparison.Ordinal));
    }

    [Theory, DatabaseData]
    public async Task A_failed_step_leaves_the_steps_before_it_and_says_why(string database)
    {
        var site = await platform.CreateSiteAsync(database);

        var refused = await site.TaskEndedAsync(await StartAsync(site, ["one", "fail", "two"]));
        var broken = await site.TaskEndedAsync(await StartAsync(site, ["three", "throw"]));

        (refused.Phase, refused.Done).ShouldBe((LongTaskPhase.Failed, 1L));
        broken.Phase.ShouldBe(LongTaskPhase.Failed);
        broken.Error!.ShouldNotContain("broke off", Case.Insensitive, "what went wrong inside stands in the log");
        (await NotesAsync(site)).ShouldBe(["one", "ended as Failed", "three", "ended as Failed"], ignoreOrder: true);
    }

    [Theory, DatabaseData]
    public async Task A_cancelled_task_stops_at_once_and_is_not_begun_again(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var id = await StartAsync(site, ["one", "wait", "two"]);
        while ((await RowAsync(site, id)).Done < 1)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await site.UseAsync<ILongTasks, bool>(async tasks =>
        {
            await tasks.CancelAsync(id, default);
            return true;
        });

        (await site.TaskEndedAsync(id)).Phase.ShouldBe(LongTaskPhase.Cancelled);
        (await NotesAsync(site)).ShouldBe(["one", "ended as Cancelled"]);
    }

    /// <summary>As a killed process leaves it: two steps finished, running by its row, its hold run out.</summary>
    [Theory, DatabaseData]
    public async Task A_task_whose_process_died_goes_on_after_its_last_step(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var done = await StartAsync(site, ["one", "two", "three"]);
        await site.TaskEndedAsync(done);
        var input = await site.UseAsync<ISecrets, string>(secrets => Task.FromResult(secrets.Seal("long-task", """{"Texts":["one","two","four"]}""")));
        await site.ReadAsync(db => db.Set<LongTaskRow>().Where(row => row.Id == done).ExecuteUpdateAsync(row => row
            .SetProperty(r => r.Phase, LongTaskPhase.Running).SetProperty(r => r.Node, "dead:1").SetProperty(r => r.Input, input)
            .SetProperty(r => r.Checkpoint, "2").SetProperty(r => r.HeldUntil, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc))));
        await site.TaskEndedAsync(await StartAsync(site, ["wakes the loop"]));

        (await site.TaskEndedAsync(done)).Phase.ShouldBe(LongTaskPhase.Succeeded);
        (await NotesAsync(site)).ShouldBe(["one", "two", "three", "four", "wakes the loop"], ignoreOrder: true);
    }

    [Theory, DatabaseData]
    public async Task One_that_is_open_is_not_begun_twice_and_its_input_is_not_readable(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var first = await StartAsync(site, ["wait", "secret text"], "key");
        var second = await StartAsync(site, ["other"], "key");
        var row = await RowAsync(site, first);
        await site.UseAsync<ILongTasks, bool>(async tasks =>
        {
            await tasks.CancelAsync(first, default);
            return true;
        });
        await site.TaskEndedAsync(first);

        second.ShouldBe(first);
        row.Input.ShouldNotBeEmpty();
        row.Input.ShouldNotContain("secret");
        var third = await StartAsync(site, ["again"], "key");
        third.ShouldNotBe(first);
        (await site.TaskEndedAsync(third)).Phase.ShouldBe(LongTaskPhase.Succeeded);
    }

    private static Task<Guid> StartAsync(TestSite site, string[] texts, string? key = null, Actor? actor = null) =>
        site.UseAsync<ILongTasks, Guid>(tasks => tasks.StartAsync("sample.notes", new NotesInput(texts), "notes", key, TestContext.Current.CancellationToken), actor);

    private static Task<LongTaskRow> RowAsync(TestSite site, Guid id) => site.ReadAsync(db => db.Set<LongTaskRow>().AsNoTracking().SingleAsync(row => row.Id == id));

    private static Task<List<string>> NotesAsync(TestSite site) => site.ReadAsync(db => db.Set<Note>().OrderBy(note => note.Number).Select(note => note.Text).ToListAsync());
}
