using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Crm.Contacts;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data;
using ServicePlatform.Data.Search;
using ServicePlatform.Data.Sites;
using ServicePlatform.Data.Timelines;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.Network;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Crm;

public sealed class CustomerTests(TestPlatform platform)
{
    private static Actor Agent => Actors.With("/hq/", CrmPermissions.View, CrmPermissions.Edit, CrmPermissions.Reveal);

    private static Actor Outlet => Actors.With("/hq/north/d1/d1-a/", CrmPermissions.View, CrmPermissions.Edit);

    private static Actor OtherOutlet => Actors.With("/hq/north/d2/d2-a/", CrmPermissions.View, CrmPermissions.Edit);

    [Theory, DatabaseData]
    [Trait("capability", "A135")]
    public async Task A_customer_is_saved_found_and_changed(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        var id = await site.DoAsync(await NewAsync(site, "张玉林", "138 0000 1001"), Agent);

        var found = (await site.AskAsync(Find("1001"), Agent)).Value.Rows.Items.Single();
        var byName = (await site.AskAsync(Find("zyl"), Agent)).Value.Rows.Items.Single();
        found.Number.ShouldStartWith("CU-");
        found.Phone.ShouldBe("138 **** 1001");
        byName.Id.ShouldBe(id);

        var stored = await StoredAsync(site, id);
        await site.DoAsync(await NewAsync(site, "张玉林", "13800001001", "010-64701234") with { CustomerId = id, Version = stored.Version }, Agent);
        (await StoredAsync(site, id)).Version.ShouldBe(stored.Version + 1);
        (await site.SendAsync(await NewAsync(site, "张玉林", "13800001001") with { CustomerId = id, Version = stored.Version }, Agent)).Failure!.Code.ShouldBe("kernel.stale");
    }

    [Theory, DatabaseData]
    [Trait("capability", "B12")]
    public async Task A_shared_number_shows_everybody_who_has_it(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        await site.DoAsync(await NewAsync(site, "张玉林", "010-64701234"), Agent);
        await site.DoAsync(await NewAsync(site, "李娜", "010 6470 1234"), Agent);
        await site.DoAsync(await NewAsync(site, "王强", "010-64701235"), Agent);

        var list = (await site.AskAsync(Find("01064701234"), Agent)).Value;
        var directory = await site.UseAsync<ICustomerDirectory, IReadOnlyList<CustomerIdentity>>(service => service.FindByPhoneAsync("+861064701234", default));

        list.SharedPhone.ShouldBeTrue();
        list.Rows.Items.Select(row => row.Name).Order(StringComparer.Ordinal).ShouldBe(["张玉林", "李娜"]);
        directory.Count.ShouldBe(2);
    }

    [Theory, DatabaseData]
    [Trait("capability", "B12")]
    public async Task A_number_that_an_outlet_adds_opens_the_portal_only_once_it_is_confirmed(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        var id = await site.DoAsync(await NewAsync(site, "张玉林", "13800001001"), Agent);
        await site.UseAsync<IServiceProvider, int>(async services =>
        {
            await services.GetRequiredService<IAccessGrants>().GrantAsync(new Subject(Customer.SubjectKind, id), "/hq/north/d1/d1-a/", GrantReason.OpenJob, Guid.NewGuid(), default);
            return await services.GetRequiredService<SiteDbContext>().SaveChangesAsync();
        });
        var stored = await StoredAsync(site, id);
        await site.DoAsync(await NewAsync(site, "张玉林", "13800001001", "13955556666") with { CustomerId = id, Version = stored.Version }, Outlet);

        (await OpenedByAsync(site, "+8613955556666")).ShouldBe(0);
        (await OpenedByAsync(site, "+8613800001001")).ShouldBe(1);
        var added = await site.ReadAsync(db => db.Set<CustomerPhone>().SingleAsync(phone => phone.Number == "+8613955556666"));
        (await site.SendAsync(new ConfirmPhone(id, added.Id), Outlet)).Failure!.Kind.ShouldBe(Commands.FailureKind.Forbidden);

        await site.DoAsync(new ConfirmPhone(id, added.Id), Agent);

        (await OpenedByAsync(site, "+8613955556666")).ShouldBe(1);
    }

    private static async Task<int> OpenedByAsync(TestSite site, string phone) =>
        (await site.UseAsync<ICustomerDirectory, IReadOnlyList<CustomerIdentity>>(service => service.FindByPhoneAsync(phone, default))).Count;

    [Theory, DatabaseData]
    [Trait("capability", "A135")]
    public async Task An_outlet_finds_its_customer_among_many_of_the_name(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        await site.UseAsync<SiteDbContext, int>(async db =>
        {
            db.AddRange(Enumerable.Range(0, 600).Select(_ => new SearchToken { Kind = Customer.SubjectKind, Token = "张一", SubjectId = Guid.NewGuid() }));
            return await db.SaveChangesAsync();
        });
        await site.DoAsync(await NewAsync(site, "张一鸣", "13800001001"), Outlet);

        (await site.AskAsync(Find("张一"), Outlet)).Value.Rows.Items.Single().Name.ShouldBe("张一鸣");
        (await site.AskAsync(Find("张一"), OtherOutlet)).Value.Rows.Items.ShouldBeEmpty();
    }

    [Theory, DatabaseData]
    [Trait("capability", "B18")]
    public async Task An_outlet_sees_a_customer_only_through_a_grant(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        var id = await site.DoAsync(await NewAsync(site, "张玉林", "13800001001"), Agent);
        (await site.AskAsync(new GetCustomer(id), Outlet)).Failure!.Code.ShouldBe("crm.customer-not-found");
        (await site.AskAsync(Find("1001"), Outlet)).Value.Rows.Items.ShouldBeEmpty();
        (await site.AskAsync(Find("13800001001"), Outlet)).Value.Rows.Items.ShouldBeEmpty();

        var job = Guid.NewGuid();
        await GrantAsync(site, grants => grants.GrantAsync(new Subject("customer", id), "/hq/north/d1/d1-a/", GrantReason.OpenJob, job, default));
        var seen = (await site.AskAsync(new GetCustomer(id), Outlet)).Value;
        seen.Contact.IsClear.ShouldBeTrue();
        seen.Contact.Phones.Single().Dial.ShouldBe("+8613800001001");
        (await site.AskAsync(new GetCustomer(id), OtherOutlet)).Succeeded.ShouldBeFalse();

        platform.Clock.Advance(TimeSpan.FromMinutes(1));
        await GrantAsync(site, grants => grants.EndAsync(GrantReason.OpenJob, job, null, default));
        (await site.AskAsync(new GetCustomer(id), Outlet)).Succeeded.ShouldBeFalse();
    }

    [Theory, DatabaseData]
    public async Task Whoever_files_a_customer_at_an_outlet_keeps_seeing_him(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);

        var id = await site.DoAsync(await NewAsync(site, "李娜", "13800001002"), Outlet);

        (await site.AskAsync(new GetCustomer(id), Outlet)).Succeeded.ShouldBeTrue();
        (await site.AskAsync(new GetCustomer(id), OtherOutlet)).Succeeded.ShouldBeFalse();
    }

    [Theory, DatabaseData]
    [Trait("capability", "A017")]
    public async Task Another_principals_people_do_not_see_him(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        var id = await site.DoAsync(await NewAsync(site, "张玉林", "13800001001"), Agent);
        var viewer = Actors.Staff("/hq/", await site.PrincipalAsync("lanjing"));

        (await site.AskAsync(new GetCustomer(id), viewer)).Failure!.Code.ShouldBe("crm.customer-not-found");
        (await site.AskAsync(Find("13800001001"), viewer)).Value.Rows.Items.ShouldBeEmpty();
        (await site.SendAsync(await NewAsync(site, "李娜", "13800001002"), viewer)).Failure!.Fields.Single().Code.ShouldBe("crm.principal-unknown");
    }

    [Theory, DatabaseData]
    [Trait("capability", "B18")]
    public async Task Showing_a_contact_is_a_fact_in_the_timeline(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        var id = await site.DoAsync(await NewAsync(site, "张玉林", "13800001001"), Agent);

        (await site.AskAsync(new GetCustomer(id), Agent)).Value.Contact.Phones.Single().Text.ShouldBe("138 **** 1001");
        (await site.SendAsync(new RevealContact(id), Actors.With("/hq/", CrmPermissions.View))).Failure!.Kind.ShouldBe(ServicePlatform.Commands.FailureKind.Forbidden);
        var shown = await site.DoAsync(new RevealContact(id), Agent);

        shown.Phones.Single().Text.ShouldBe("138 0000 1001");
        (await site.ReadAsync(db => db.Set<TimelineFact>().CountAsync(fact => fact.SubjectId == id && fact.Code == "crm.contact-revealed"))).ShouldBe(1);
    }

    [Theory, DatabaseData]
    public async Task Wrong_fields_are_named(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        var command = await NewAsync(site, "张玉林", "13800001001", "12345");

        (await site.SendAsync(command, Agent)).Failure!.Fields.Single().Field.ShouldBe("Phones[1].Number");
        (await site.SendAsync(command with { Name = "", Phones = [] }, Agent)).Failure!.Fields.Single().Field.ShouldBe("Name");
        (await site.SendAsync(command with { Phones = [], Addresses = [new AddressInput(null, "999999", null, "x", null, null)] }, Agent)).Failure!.Fields.Single().Field.ShouldBe("Addresses[0].DivisionCode");
    }

    [Theory, DatabaseData]
    public async Task An_external_code_belongs_to_one_customer_of_a_principal(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        var (qingquan, lanjing) = (await site.PrincipalAsync("qingquan"), await site.PrincipalAsync("lanjing"));
        var first = await NewAsync(site, "张玉林", "13800001001") with { ExternalCode = "K-77" };
        var id = await site.DoAsync(first, Agent);

        (await site.SendAsync(first with { Name = "李娜" }, Agent)).Failure!.Fields.Single().Code.ShouldBe("crm.external-code-taken");
        (await site.SendAsync(first with { Name = "李娜", PrincipalId = lanjing }, Agent)).Succeeded.ShouldBeTrue();
        var found = await site.UseAsync<ICustomerReader, IReadOnlyDictionary<string, Guid>>(reader => reader.FindByExternalCodesAsync(qingquan, ["K-77", "K-78"], default));
        found.ShouldBe(new Dictionary<string, Guid> { ["K-77"] = id });
    }

    /// <summary>What the module of work orders does when an outlet gets a job and when the job ends.</summary>
    private static Task<bool> GrantAsync(TestSite site, Func<IAccessGrants, Task> act) => site.UseAsync<IServiceProvider, bool>(async services =>
    {
        await act(services.GetRequiredService<IAccessGrants>());
        await services.GetRequiredService<ISiteDb>().SaveAsync(default);
        return true;
    });

    private static ListCustomers Find(string text) => new(text, null, null, null, null, new PageRequest());

    private static Task<Customer> StoredAsync(TestSite site, Guid id) =>
        site.ReadAsync(db => db.Set<Customer>().AsNoTracking().SingleAsync(row => row.Id == id));

    private static async Task<SaveCustomer> NewAsync(TestSite site, string name, params string[] phones) => new(
        null, await site.PrincipalAsync("qingquan"), CustomerKind.Person, name, Gender.Male, phones.Select(phone => new PhoneInput(phone)).ToList(), []);
}
