using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Background.Deliveries;
using ServicePlatform.Background.Jobs;
using ServicePlatform.Data.Audit;
using ServicePlatform.Data.Outbox;
using ServicePlatform.Data.Scheduling;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Scheduling;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.SampleModule.Notes;
using ServicePlatform.Scheduling;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Kernel;

public sealed class JobTests(TestPlatform platform)
{
    private const string Sample = "sample.notes";

    [Theory, DatabaseData]
    public async Task A_job_is_run_by_hand_in_its_site_only_and_its_run_is_kept(string database)
    {
        var (site, other) = (await platform.CreateSiteAsync(database), await platform.CreateSiteAsync(database));
        var admin = await site.AccountAsync(StandardRoles.Administrator, "/hq/");
        await PlannedAsync(other);

        await PlannedAsync(site);
        await site.DoAsync(new RunJob(Sample), admin);
        var run = await EndedAsync(site, 1);
        await site.DoAsync(new WriteNote(Guid.Empty, "/hq/", "break"));
        await site.DoAsync(new RunJob(Sample));
        var failed = await EndedAsync(site, 2);

        (run.State, run.Done, run.StartedBy).ShouldBe((JobRunState.Succeeded, 1, admin.UserId));
        failed.State.ShouldBe(JobRunState.Failed);
        failed.Error!.ShouldContain("broke off");
        (await site.ReadAsync(db => db.Set<Note>().CountAsync(note => note.Text == "the job ran"))).ShouldBe(1);
        (await other.ReadAsync(db => db.Set<JobRun>().CountAsync())).ShouldBe(0);
    }

    [Theory, DatabaseData]
    public async Task A_paused_job_has_no_next_time_and_one_whose_feature_is_off_is_not_there(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        await PlannedAsync(site);
        await site.DoAsync(new PauseJob(Sample, true));
        var paused = await FindAsync(site);
        await site.DoAsync(new PauseJob(Sample, false));
        var resumed = await FindAsync(site);
        await using (var scope = platform.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SiteDirectory>().SwitchAsync(site.Id, [], ["SampleModule"], TestContext.Current.CancellationToken);
        }

        (paused!.IsPaused, paused.NextAt).ShouldBe((true, null));
        resumed!.IsPaused.ShouldBeFalse();
        resumed.NextAt.ShouldNotBeNull();
        (await FindAsync(site)).ShouldBeNull();
        (await site.SendAsync(new RunJob(Sample))).Failure!.Code.ShouldBe("kernel.job-unknown");
    }

    /// <summary>As a killed host leaves it.</summary>
    [Theory, DatabaseData]
    public async Task A_run_that_was_killed_is_shown_as_interrupted(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        await site.ReadAsync(async db =>
        {
            db.Add(new JobRun { JobId = Sample, StartedAt = platform.Clock.GetUtcNow().UtcDateTime.AddHours(-1), State = JobRunState.Running, Node = "dead:1" });
            return await db.SaveChangesAsync();
        });

        await PlannedAsync(site);
        await site.DoAsync(new RunJob(Sample));
        await EndedAsync(site, 2);

        (await site.ReadAsync(db => db.Set<JobRun>().SingleAsync(run => run.Node == "dead:1"))).State.ShouldBe(JobRunState.Interrupted);
    }

    [Theory, DatabaseData]
    public async Task Housekeeping_clears_what_is_old_and_nothing_else(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        await site.DoAsync(new WriteNote(Guid.Empty, "/hq/", "kept"));
        await site.DeliverAsync();
        var old = platform.Clock.GetUtcNow().UtcDateTime.AddDays(-40);
        var parked = Guid.CreateVersion7();
        await site.ReadAsync(async db =>
        {
            foreach (var (id, state) in new[] { (Guid.CreateVersion7(), DeliveryState.Delivered), (parked, DeliveryState.Parked) })
            {
                db.Add(new OutboxEvent { Id = id, At = old, Type = "Old", Body = "{}", TraceId = "" });
                db.Add(new OutboxDelivery { EventId = id, Listener = "Old", State = state, NextAttemptAt = old });
            }

            db.Add(new OperationRow { ActorId = Guid.Empty, Command = "Old", OperationId = "1", BodyHash = "", Answer = "1", At = old });
            db.Add(new OperationRow { ActorId = Guid.Empty, Command = "New", OperationId = "1", BodyHash = "", Answer = "1", At = old.AddDays(39) });
            return await db.SaveChangesAsync();
        });

        var report = await site.UseAsync<IEnumerable<IRecurringJob>, JobReport>(jobs => jobs.Single(job => job.Id == "kernel.housekeeping").RunAsync(TestContext.Current.CancellationToken));

        report.Done.ShouldBe(2);
        (await site.ReadAsync(db => db.Set<OutboxEvent>().Where(row => row.At == old).ToListAsync())).ShouldHaveSingleItem().Id.ShouldBe(parked);
        (await site.ReadAsync(db => db.Set<OutboxEvent>().CountAsync(row => row.At != old))).ShouldBe(1);
        (await site.ReadAsync(db => db.Set<OperationRow>().ToListAsync())).ShouldHaveSingleItem().Command.ShouldBe("New");
        (await site.ReadAsync(db => db.Set<AuditRow>().CountAsync())).ShouldBeGreaterThan(0);
    }

    [Theory, DatabaseData]
    public async Task A_parked_delivery_is_seen_with_its_cause_and_done_when_it_is_sent_again(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        await site.DoAsync(new WriteNote(Guid.Empty, "/hq/", "late"));
        await site.DeliverAsync();
        await site.ReadAsync(async db =>
        {
            await db.Set<NoteEcho>().ExecuteDeleteAsync();
            return await db.Set<OutboxDelivery>().ExecuteUpdateAsync(row => row.SetProperty(r => r.State, DeliveryState.Parked).SetProperty(r => r.LastError, "the cause"));
        });

        var parked = (await site.AskAsync(new ListParked(new Data.PageRequest(null, false)))).Value.Items.ShouldHaveSingleItem();
        parked.Error.ShouldBe("the cause");
        (await site.SendAsync(new ResendParked(parked.EventId, "somebody else"))).Failure!.Code.ShouldBe("background.parked-gone");
        (await site.DoAsync(new ResendParked(parked.EventId, parked.Listener))).ShouldBe(1);
        await site.DeliverAsync();

        (await site.ReadAsync(db => db.Set<NoteEcho>().CountAsync())).ShouldBe(1);
        (await site.AskAsync(new ListParked(new Data.PageRequest(null, false)))).Value.Items.ShouldBeEmpty();
    }

    [Theory, DatabaseData]
    public async Task Only_who_may_look_after_background_work_sees_it(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        await PlannedAsync(site);
        var admin = await site.SignInAsync(StandardRoles.Administrator);
        var agent = await site.SignInAsync(StandardRoles.Agent);
        foreach (var page in new[] { "app/jobs", "app/jobs/kernel.housekeeping", "app/tasks", "app/deliveries" })
        {
            (await admin.GetAsync(page)).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, page);
            (await agent.GetAsync(page)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden, page);
        }
    }

    /// <summary>Waits until the plan has the site's jobs.</summary>
    private async Task PlannedAsync(TestSite site)
    {
        while ((await FindAsync(site))?.NextAt is null)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<JobRun> EndedAsync(TestSite site, int runs)
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            since.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(3), "the job does not end");
            var all = await site.ReadAsync(db => db.Set<JobRun>().AsNoTracking().Where(run => run.JobId == Sample).OrderBy(run => run.StartedAt).ThenBy(run => run.Id).ToListAsync());
            if (all.Count >= runs && all[runs - 1].State != JobRunState.Running)
            {
                return all[runs - 1];
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static Task<JobLine?> FindAsync(TestSite site) => site.UseAsync<JobBoard, JobLine?>(board => board.FindAsync(Sample, TestContext.Current.CancellationToken));
}
