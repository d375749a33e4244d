using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Crm.Privacy;
using ServicePlatform.Data.Files;
using ServicePlatform.Data.Host;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.Operator;
using ServicePlatform.IntegrationTests.WorkOrders;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Messaging.Sending;
using ServicePlatform.Privacy;
using ServicePlatform.Scheduling;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.IntegrationTests.Privacy;

/// <summary>A customer with a full history is copied, erased, and nowhere to be found any more.</summary>
[Trait("capability", "B18")]
public sealed class EraseTests(TestPlatform platform)
{
    private const string Name = CustomerHistory.Name;
    private const string Phone = CustomerHistory.Phone;
    private const string Street = CustomerHistory.Street;
    private const string Room = CustomerHistory.Room;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Nothing_of_an_erased_customer_is_left_in_any_table_or_file(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var (home, order) = await CustomerHistory.MakeAsync(scene);
        var number = await scene.Site.ReadAsync(db => db.Set<Customer>().Where(row => row.Id == home.Customer).Select(row => row.Number).SingleAsync());
        (await CustomerHistory.FoundAsync(scene.Site)).Count.ShouldBeGreaterThan(10, "the history is there to be erased");
        var neighbour = await scene.HouseholdAsync(scene.Aqua, "邻居", "13800007777");

        await scene.Site.DoAsync(new EraseCustomer(home.Customer, number, ErasureReason.Asked), Eraser);

        (await CustomerHistory.FoundAsync(scene.Site)).ShouldBeEmpty();
        (await FilesAsync(scene.Site)).ShouldBeEmpty();
        var job = await scene.OrderRowAsync(order);
        (job.State, job.CustomerId).ShouldBe((OrderState.Closed, home.Customer), "the job stays, without him");
        (await scene.Site.ReadAsync(db => db.Set<Message>().CountAsync(message => message.CustomerId == home.Customer))).ShouldBeGreaterThan(0, "that messages were sent stays");
        (await scene.Site.ReadAsync(db => db.Set<Customer>().Where(row => row.Id == neighbour.Customer).Select(row => row.Name).SingleAsync())).ShouldBe("邻居");
        (await scene.Site.SendAsync(new EraseCustomer(home.Customer, number, ErasureReason.Asked), Eraser)).Failure!.Code.ShouldBe("crm.customer-erased");
        (await scene.Site.SendAsync(new RecordRequest(home.Customer, home.Machine, null, Channels.Phone, JobTypes.Repair, "不出水"), scene.Agent)).Succeeded.ShouldBeFalse("no new work for him");
    }

    [Theory, DatabaseData]
    public async Task Nobody_comes_back_with_an_older_backup(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var (home, _) = await CustomerHistory.MakeAsync(scene);
        var archives = new ArchiveScene(platform, scene.Site);
        var backup = await archives.WriteAsync();
        var number = await scene.Site.ReadAsync(db => db.Set<Customer>().Where(row => row.Id == home.Customer).Select(row => row.Number).SingleAsync());
        await scene.Site.DoAsync(new EraseCustomer(home.Customer, number, ErasureReason.Asked), Eraser);
        await scene.Site.DeliverAsync();

        var copy = await archives.RestoreAsync(backup, database);
        File.Delete(backup);
        await archives.DirectoryAsync(directory => directory.SwitchAsync(copy.Id, SiteState.Running, Stop));
        (await CustomerHistory.FoundAsync(copy)).ShouldNotBeEmpty("the back-up is older");
        (await EraseAgainAsync(copy)).ShouldBe(new JobReport(1));

        (await CustomerHistory.FoundAsync(copy)).ShouldBeEmpty();
        (await FilesAsync(copy)).ShouldBeEmpty();
        (await EraseAgainAsync(copy)).ShouldBe(new JobReport(0));
    }

    [Theory, DatabaseData]
    public async Task A_lost_host_database_learns_again_who_was_erased(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var home = await scene.HouseholdAsync(scene.Aqua, Name, "13911987656", street: Street);
        var number = await scene.Site.ReadAsync(db => db.Set<Customer>().Where(row => row.Id == home.Customer).Select(row => row.Number).SingleAsync());
        await scene.Site.DoAsync(new EraseCustomer(home.Customer, number, ErasureReason.Asked), Eraser);
        await scene.Site.DeliverAsync();
        var persons = platform.Services.GetRequiredService<IErasedPersons>();
        await using (var scope = platform.Services.CreateAsyncScope())
        {
            (await scope.ServiceProvider.GetRequiredService<HostDbContext>().ErasedPersons.Where(person => person.Id == home.Customer).ExecuteDeleteAsync(Stop)).ShouldBe(1);
        }

        await EraseAgainAsync(scene.Site);

        (await persons.ListAsync(Stop)).ShouldContain(home.Customer);
    }

    [Theory, DatabaseData]
    public async Task The_copy_holds_what_the_site_holds(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var (home, _) = await CustomerHistory.MakeAsync(scene);

        var copy = Encoding.UTF8.GetString(await scene.Site.DoAsync(new CopyCustomer(home.Customer), Eraser));

        foreach (var part in new[] { Name, "+86" + Phone, Street, Room, "怕噪音", "\"machines\"", "\"visits\"", "/files/", "\"messages\"", "门禁找保安" })
        {
            copy.ShouldContain(part);
        }
    }

    [Fact]
    public async Task An_open_job_keeps_him_and_his_number_must_be_typed()
    {
        var scene = await OrderScene.MakeAsync(platform, "Sqlite");
        var home = await scene.HouseholdAsync(scene.Aqua, Name, Phone);
        var order = await scene.OrderAsync(home);
        var number = await scene.Site.ReadAsync(db => db.Set<Customer>().Select(row => row.Number).SingleAsync());

        (await scene.Site.SendAsync(new EraseCustomer(home.Customer, number, ErasureReason.Asked), Eraser)).Failure!.Code.ShouldBe("orders.customer-has-open-jobs");
        await scene.Site.DoAsync(new CancelOrder(order, "客户不要了", await scene.VersionAsync(order)), scene.Agent);
        (await scene.Site.SendAsync(new EraseCustomer(home.Customer, "CU-0000-000000", ErasureReason.Asked), Eraser)).Failure!.Fields.Single().Code.ShouldBe("crm.number-typed");
        (await scene.Site.SendAsync(new EraseCustomer(home.Customer, number, ErasureReason.Asked), scene.Agent)).Failure!.Code.ShouldBe("kernel.forbidden");
        (await scene.Site.SendAsync(new CopyCustomer(home.Customer), scene.Agent)).Failure!.Code.ShouldBe("kernel.forbidden");
        await scene.Site.DoAsync(new EraseCustomer(home.Customer, number, ErasureReason.Asked), Eraser);
    }

    [Fact]
    public async Task It_is_done_on_his_page()
    {
        var scene = await OrderScene.MakeAsync(platform, "Sqlite");
        var home = await scene.HouseholdAsync(scene.Aqua, Name, Phone);
        var number = await scene.Site.ReadAsync(db => db.Set<Customer>().Select(row => row.Number).SingleAsync());
        var admin = await scene.Site.SignInAsync(StandardRoles.Administrator);

        var page = await admin.PageAsync($"app/customers/{home.Customer}/privacy");
        var copy = await admin.SendAsync(page, "/privacy/copy");
        (await copy.Content.ReadAsStringAsync(Stop)).ShouldContain(Name);
        (await admin.SendAsync(page, "/privacy", ("TypedNumber", "wrong"), ("Reason", "Asked"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await admin.SendAsync(page, "/privacy", ("TypedNumber", number), ("Reason", "Asked"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var shown = await admin.PageAsync($"app/customers/{home.Customer}");
        shown.Body!.TextContent.ShouldNotContain(Name);
        shown.Body.TextContent.ShouldContain("个人信息已删除");
        (await (await scene.Site.SignInAsync(StandardRoles.Agent)).GetAsync($"app/customers/{home.Customer}/privacy")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task<JobReport> EraseAgainAsync(TestSite site) => site.UseAsync<IEnumerable<IRecurringJob>, JobReport>(jobs => jobs.Single(job => job.Id == "crm.erasures").RunAsync(Stop));

    private static ServicePlatform.Kernel.Security.Actor Eraser => CustomerHistory.Eraser;

    private async Task<IReadOnlyList<string>> FilesAsync(TestSite site)
    {
        var folder = platform.Services.GetRequiredService<SiteRegistry>().Find(site.Id)!.Folder;
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "files"), "*", SearchOption.AllDirectories))
        {
            var text = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file, Stop));
            found.AddRange(CustomerHistory.Traces.Where(text.Contains).Select(trace => file + ": " + trace));
        }

        var rows = await site.ReadAsync(db => db.Set<FileRow>().Where(file => file.OwnerKind == "visit").CountAsync());
        rows.ShouldBe(0, "photos and the signature are gone");
        return found;
    }
}
