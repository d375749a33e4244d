using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data.Audit;
using ServicePlatform.Data.Files;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Privacy;
using ServicePlatform.Data.Sites;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Imports;
using ServicePlatform.Devices.Machines;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.WorkOrders;
using ServicePlatform.Kernel.Localization;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Privacy;
using ServicePlatform.Messaging.Sending;
using ServicePlatform.Privacy;
using ServicePlatform.Scheduling;
using ServicePlatform.Security;
using ServicePlatform.Settings;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.IntegrationTests.Privacy;

/// <summary>What has served its purpose goes after its term, and nothing else does.</summary>
[Trait("capability", "B18")]
public sealed class RetentionTests(TestPlatform platform)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task What_is_over_goes_and_what_is_not_stays(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var (home, order) = await CustomerHistory.MakeAsync(scene);
        await RetentionScene.AgeAsync(scene.Site, scene.Now.AddYears(-6));
        var fresh = await scene.HouseholdAsync(scene.Aqua, "邻居", "13800007777");
        var open = await scene.OrderAsync(fresh);
        await scene.Site.DeliverAsync();
        (await LinesAsync(scene.Site)).Where(line => line.Due == 0).Select(line => line.Id).ShouldBe(["crm.customers", "kernel.sessions"], "the others have something to remove");

        var report = await RetentionScene.RunAsync(scene.Site);

        report.Failed.ShouldBe(0);
        var lines = await LinesAsync(scene.Site);
        lines.ShouldAllBe(line => line.Due == 0);
        lines.Sum(line => line.LastRun!.Removed).ShouldBe(report.Done);
        (await scene.Site.ReadAsync(db => db.Set<Message>().CountAsync(message => message.CustomerId == home.Customer && message.Text != ""))).ShouldBe(0);
        (await scene.Site.ReadAsync(db => db.Set<Message>().CountAsync(message => message.CustomerId == home.Customer))).ShouldBeGreaterThan(0, "that they were sent stays");
        (await scene.Site.ReadAsync(db => db.Set<Message>().CountAsync(message => message.CustomerId == fresh.Customer && message.Text != ""))).ShouldBeGreaterThan(0);
        (await scene.Site.ReadAsync(db => db.Set<FileRow>().CountAsync())).ShouldBe(0, "the table, the photo and the signature");
        (await scene.Site.ReadAsync(db => db.Set<Import>().CountAsync())).ShouldBe(1, "that there was an import stays");
        (await scene.Site.ReadAsync(db => db.Set<SignInCode>().CountAsync())).ShouldBe(0);
        var visit = await scene.Site.ReadAsync(db => db.Set<Visit>().Include(row => row.Photos).SingleAsync(row => row.OrderId == order));
        (visit.ArrivalLatitude, visit.ArrivalLongitude, visit.Finding, visit.SignerName, visit.Photos.Count).ShouldBe((null, null, null, null, 0));
        visit.EndedAt.ShouldNotBeNull("that somebody was there stays");
        (await scene.OrderRowAsync(order)).Description.ShouldBeEmpty();
        (await scene.OrderRowAsync(open)).Description.ShouldNotBeEmpty("an open job keeps its words");
        (await scene.Site.ReadAsync(db => db.Set<Customer>().Where(row => row.Id == home.Customer).Select(row => row.Name).SingleAsync())).ShouldBe(CustomerHistory.Name, "his machine is still there");
    }

    [Theory, DatabaseData]
    public async Task Each_kind_has_one_audit_row_in_each_run(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        await CustomerHistory.MakeAsync(scene);
        await RetentionScene.AgeAsync(scene.Site, scene.Now.AddYears(-6));

        await RetentionScene.RunAsync(scene.Site);
        await RetentionScene.RunAsync(scene.Site);

        var runs = await scene.Site.ReadAsync(db => db.Set<RetentionRun>().ToListAsync());
        var rows = await scene.Site.ReadAsync(db => db.Set<AuditRow>().Where(row => row.Command == RetentionJob.Act).ToListAsync());
        var subjects = rows.ConvertAll(row => JsonSerializer.Deserialize<Dictionary<string, string>>(row.Subjects)!);
        subjects.Select(subject => (subject["Run"], subject["Kind"], subject["Removed"])).Order()
            .ShouldBe(runs.Select(run => (run.Id.ToString(), run.Kind, run.Removed.ToString(System.Globalization.CultureInfo.InvariantCulture))).Order());
        runs.GroupBy(run => run.Kind).ShouldAllBe(kind => kind.Count() == 2);
        runs.Count(run => run.Removed > 0).ShouldBeGreaterThan(4, "the second run finds nothing more");
        runs.Where(run => run.Removed > 0).Select(run => run.Kind).ShouldBeUnique();
    }

    [Theory, DatabaseData]
    public async Task A_customer_whom_nobody_serves_any_more_is_erased(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var gone = await RetentionScene.CustomerAsync(scene, "旧客户", "13700000001");
        var scrapped = (await scene.HouseholdAsync(scene.Aqua, "旧机客户", "13700000002")).Customer;
        var asking = await RetentionScene.CustomerAsync(scene, "在问客户", "13700000003");
        var served = await scene.HouseholdAsync(scene.Aqua, "有机客户", "13700000004");
        await scene.Site.DoAsync(new RecordRequest(asking, null, null, Channels.Phone, JobTypes.Repair, "不出水"), scene.Agent);
        var longAgo = scene.Now.AddYears(-6);
        await RetentionScene.AgeAsync(scene.Site, longAgo);
        await scene.Site.ReadAsync(db => db.Set<Machine>().ExecuteUpdateAsync(set => set.SetProperty(row => row.RegisteredAt, longAgo)));
        await scene.Site.ReadAsync(db => db.Set<Machine>().Where(row => row.CustomerId == scrapped).ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, MachineStatus.Scrapped)));
        var recent = await RetentionScene.CustomerAsync(scene, "新客户", "13700000005");

        await RetentionScene.RunAsync(scene.Site);

        var erased = await scene.Site.ReadAsync(db => db.Set<Customer>().Where(row => row.ErasedAt != null).Select(row => row.Id).ToListAsync());
        erased.ShouldBe([gone, scrapped], ignoreOrder: true);
        var left = await scene.Site.ReadAsync(db => db.Set<Customer>().Where(row => row.ErasedAt == null).Select(row => row.Id).ToListAsync());
        left.ShouldBe([asking, served.Customer, recent], ignoreOrder: true);
        (await scene.Site.ReadAsync(db => db.Set<CustomerPhone>().CountAsync(phone => phone.CustomerId == gone))).ShouldBe(0);
    }

    [Theory, DatabaseData]
    public async Task Much_goes_in_small_steps_and_a_kind_that_fails_keeps_no_other(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var old = platform.Clock.GetUtcNow().UtcDateTime.AddDays(-40);
        await site.ReadAsync(db =>
        {
            db.AddRange(Enumerable.Range(0, 450).Select(i => new SignInCode { Phone = $"+8613700{i:000000}", Hash = "x", CreatedAt = old, ExpiresAt = old }));
            return db.SaveChangesAsync();
        });

        var (report, steps) = await site.UseAsync<IServiceProvider, (JobReport, int)>(async services =>
        {
            var codes = new Counting(services.GetServices<IRetention>().Single(kind => kind.Id == "kernel.sign-in-codes"));
            var board = new RetentionBoard(
                services.GetRequiredService<SiteDbContext>(), [new Failing(), codes], services.GetRequiredService<ISettings>(), [], services.GetRequiredService<ModuleTexts>(), services.GetRequiredService<IClock>());
            var job = new RetentionJob(
                services.GetRequiredService<SiteDbContext>(), services.GetRequiredService<UnitOfWork>(), board, services.GetRequiredService<ISettings>(), services.GetRequiredService<IActorContext>(),
                services.GetRequiredService<IClock>(), NullLogger<RetentionJob>.Instance);
            return (await job.RunAsync(Stop), codes.Steps);
        });

        (report.Done, report.Failed, steps).ShouldBe((451, 1, 3));
        (await site.ReadAsync(db => db.Set<SignInCode>().CountAsync())).ShouldBe(0);
        var failed = await site.ReadAsync(db => db.Set<RetentionRun>().SingleAsync(run => run.Kind == "a.failing"));
        (failed.IsCutShort, failed.Removed).ShouldBe((true, 1), "its first step stands, its second one does not");
    }

    [Theory, DatabaseData]
    public async Task A_run_that_was_killed_has_its_audit_row_from_the_next(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var killed = new RetentionRun { Kind = "messaging.texts", Before = DateTime.UnixEpoch, StartedAt = DateTime.UnixEpoch, Removed = 7 };
        await site.ReadAsync(db =>
        {
            db.Add(killed);
            return db.SaveChangesAsync();
        });

        await RetentionScene.RunAsync(site);

        var run = await site.ReadAsync(db => db.Set<RetentionRun>().SingleAsync(row => row.Id == killed.Id));
        (run.EndedAt is null, run.IsCutShort, run.Removed).ShouldBe((false, true, 7));
        (await site.ReadAsync(db => db.Set<AuditRow>().CountAsync(row => row.Command == RetentionJob.Act && row.Subjects.Contains(killed.Id.ToString())))).ShouldBe(1);
    }

    [Fact]
    public async Task Every_kind_has_sensible_terms_and_words_in_both_languages()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        foreach (var culture in new[] { "zh-Hans", "en" })
        {
            System.Globalization.CultureInfo.CurrentUICulture = new System.Globalization.CultureInfo(culture);
            var lines = await LinesAsync(site);
            lines.Count.ShouldBeGreaterThan(6);
            lines.ShouldAllBe(line => line.Term.Least > 0 && line.Term.Least <= line.Term.Usual && line.Term.Usual <= line.Term.Longest && line.Value == line.Term.Usual);
            lines.ShouldAllBe(line => line.Name != line.Id && line.Description.Length > 0);
        }
    }

    private static Task<IReadOnlyList<RetentionLine>> LinesAsync(TestSite site) => site.UseAsync<RetentionBoard, IReadOnlyList<RetentionLine>>(board => board.ReadAsync(Stop));

    private sealed class Counting(IRetention inner) : IRetention
    {
        public int Steps { get; private set; }

        public string Id => inner.Id;

        public RetentionTerm Term => inner.Term;

        public Task<int> CountAsync(DateTime before, CancellationToken cancellationToken) => inner.CountAsync(before, cancellationToken);

        public Task<RetentionStep> RemoveAsync(RetentionPass pass, CancellationToken cancellationToken)
        {
            Steps++;
            return inner.RemoveAsync(pass, cancellationToken);
        }
    }

    private sealed class Failing : IRetention
    {
        private int _steps;

        public string Id => "a.failing";

        public RetentionTerm Term { get; } = new(RetentionUnit.Days, 1, 1, 1);

        public Task<int> CountAsync(DateTime before, CancellationToken cancellationToken) => Task.FromResult(1);

        public Task<RetentionStep> RemoveAsync(RetentionPass pass, CancellationToken cancellationToken) =>
            ++_steps == 1 ? Task.FromResult(new RetentionStep(1, true)) : throw new InvalidOperationException("broken");
    }
}
