using System.Net;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.CustomFields.Definitions;
using ServicePlatform.CustomFields.Values;
using ServicePlatform.Data;
using ServicePlatform.Devices.Imports;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Fields;
using ServicePlatform.IntegrationTests.Devices;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.WorkOrders;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders.Queries;

namespace ServicePlatform.IntegrationTests.CustomFields;

/// <summary>Fields that a site adds to its things without code.</summary>
public sealed class CustomFieldTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    public async Task A_customer_has_the_fields_of_his_principal_and_is_found_by_them(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var principal = await site.PrincipalAsync("p1");
        await AddAsync(site, "customer", "contract_no", CustomFieldType.Text, isRequired: true);
        await AddAsync(site, "customer", "since", CustomFieldType.Date);
        await AddAsync(site, "customer", "other_brand", CustomFieldType.Text, principal: await site.PrincipalAsync("p2"), isRequired: true);

        (await SaveAsync(site, principal, "张伟", ("since", "昨天"))).Failure!.Fields.Select(field => field.Code).ShouldBe(["kernel.field-required", "kernel.field-date"]);
        (await SaveAsync(site, principal, "张伟", ("contract_no", "HT-1"), ("nonsense", "1"))).Failure!.Fields.ShouldHaveSingleItem().Code.ShouldBe("kernel.field-unknown");
        var zhang = (await SaveAsync(site, principal, "张伟", ("contract_no", "HT-2026-077"), ("since", "2026/3/8"))).Value;
        var li = (await SaveAsync(site, principal, "李静", ("contract_no", "HT-2025-001"), ("since", "2025-12-31"))).Value;

        (await ListAsync(site, new CustomFilter("contract_no", "HT-2026"))).ShouldBe([zhang]);
        (await ListAsync(site, new CustomFilter("since", null, "2025-01-01", "2026-01-01"))).ShouldBe([li]);
        (await ListAsync(site, new CustomFilter("since", null, "2025-01-01"), new CustomFilter("contract_no", "HT-2026"))).ShouldBe([zhang]);
        (await ListAsync(site, new CustomFilter("gone", "x"))).Count.ShouldBe(2, "what is not known narrows nothing");
        (await site.Site.AskAsync(new ListCustomers("2026-077", null, null, null, null, new PageRequest()))).Value.Rows.Items.Select(row => row.Id).ShouldBe([zhang], "found by the search");
    }

    [Theory, DatabaseData]
    public async Task Only_what_changed_counts_and_an_empty_field_forgets(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var principal = await site.PrincipalAsync("p1");
        await AddAsync(site, "customer", "floor", CustomFieldType.Number);
        var id = (await SaveAsync(site, principal, "张伟", ("floor", "3"))).Value;
        var before = await VersionAsync(site, id);

        var standing = await StandingAsync(site, id);
        await site.Site.DoAsync(standing with { CustomFields = CustomFieldInput.Whole(new Dictionary<string, string?> { ["floor"] = "3.0" }) });
        (await VersionAsync(site, id)).ShouldBe(before, "three is three");
        await site.Site.DoAsync(standing with { CustomFields = null });
        (await ValuesAsync(site, id)).ShouldBe(["3"]);
        await site.Site.DoAsync(standing with { CustomFields = CustomFieldInput.Whole(new Dictionary<string, string?>()) });

        (await ValuesAsync(site, id)).ShouldBeEmpty();
        (await VersionAsync(site, id)).ShouldBe(before + 1);
    }

    [Theory, DatabaseData]
    public async Task A_definition_keeps_what_its_values_mean(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var principal = await site.PrincipalAsync("p1");
        var id = await AddAsync(site, "customer", "inlet", CustomFieldType.Choice, choices: ["市政", "井水"]);
        await SaveAsync(site, principal, "张伟", ("inlet", "井水"));

        Task<Result<Guid>> Change(CustomFieldType type, params ChoiceInput[] choices) =>
            site.Site.SendAsync(new SaveField(id, "", "inlet", "进水", null, type, null, false, true, true, choices, null, null, null, 0), Admin);

        (await Change(CustomFieldType.Text)).Failure!.Fields.Single().Code.ShouldBe("custom-fields.type-in-use");
        (await Change(CustomFieldType.Choice, new ChoiceInput("c1", "市政", null))).Failure!.Fields.Single().Code.ShouldBe("custom-fields.choice-in-use");
        (await Change(CustomFieldType.Choice)).Failure!.Fields.Single().Field.ShouldBe("Choices");
        (await Change(CustomFieldType.Choice, new ChoiceInput("c2", "自备井", null), new ChoiceInput(null, "河水", null))).Succeeded.ShouldBeTrue();
        (await Change(CustomFieldType.Choice, new ChoiceInput("c2", "井", null))).Failure!.Code.ShouldBe("kernel.stale");
        var field = (await site.Site.AskAsync(new GetField(id), Admin)).Value.Field;
        field.Choices.Select(choice => (choice.Code, choice.Name)).ShouldBe([("c2", "自备井"), ("c3", "河水")]);
        (await site.Site.SendAsync(new SaveField(null, "customer", "inlet", "又一个", null, CustomFieldType.Text, null, false, true, true, [], null, null, null, 0), Admin)).Failure!.Fields.Single().Code.ShouldBe("custom-fields.code-taken");
        (await site.Site.SendAsync(new SaveField(null, "customer", "Bad Code", "x", null, CustomFieldType.Text, null, false, true, true, [], null, null, null, 0), Admin)).Failure!.Fields.Single().Field.ShouldBe("Code");
        (await site.Site.SendAsync(new SaveField(null, "nothing", "a", "x", null, CustomFieldType.Text, null, false, true, true, [], null, null, null, 0), Admin)).Failure!.Fields.Single().Field.ShouldBe("SubjectKind");
        (await site.Site.SendAsync(new SaveField(null, "customer", "a", "x", null, CustomFieldType.Text, null, false, true, true, [], null, null, null, 0), Actors.With("/hq/"))).Failure!.Kind.ShouldBe(FailureKind.Forbidden);
    }

    [Theory, DatabaseData]
    public async Task An_import_brings_them_and_says_of_each_bad_cell_why(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        await AddAsync(site, "customer", "contract_no", CustomFieldType.Text);
        await AddAsync(site, "machine", "inlet", CustomFieldType.Choice, choices: ["市政", "井水"]);
        const string table = "姓名,手机,机身号,型号,contract_no,inlet\n张伟,13800001234,QQR400-0001,R400,HT-1,市政\n李静,13900001234,QQR400-0002,R400,HT-2,河水\n";

        var id = await UploadAsync(site, table);
        var plan = (await site.Site.AskAsync(new GetImport(id))).Value.Checked!.Plan;
        plan.Problems.ShouldHaveSingleItem().Words!.ShouldContain("市政");
        await RunAsync(site, id);
        var again = await RunAsync(site, await UploadAsync(site, table));
        var changed = await RunAsync(site, await UploadAsync(site, table.Replace("HT-1", "HT-9", StringComparison.Ordinal)));

        (again.CustomersChanged, again.MachinesCreated).ShouldBe((0, 0));
        changed.CustomersChanged.ShouldBe(1);
        var customer = await site.Site.ReadAsync(db => db.Set<Customer>().SingleAsync());
        (await ValuesAsync(site, customer.Id)).ShouldBe(["HT-9"]);
        var machine = await site.Site.ReadAsync(db => db.Set<Machine>().SingleAsync());
        (await ValuesAsync(site, machine.Id)).ShouldBe(["c1"]);
        var found = await site.Site.AskAsync(new ListMachines(MachineView.All, null, null, null, new PageRequest(), [new CustomFilter("inlet", "c1")]));
        found.Value.Page.Items.ShouldHaveSingleItem().Machine.Id.ShouldBe(machine.Id);
        (await site.Site.SendAsync(new SetImportColumns(await UploadAsync(site, table), ["customer.gone"], 0))).Failure!.Fields.Single().Code.ShouldBe("devices.import-column-unknown");
    }

    [Theory, DatabaseData]
    public async Task What_is_exported_can_be_imported_and_changes_nothing(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        await AddAsync(site, "customer", "contract_no", CustomFieldType.Text);
        await AddAsync(site, "machine", "inlet", CustomFieldType.Choice, choices: ["市政", "井水"]);
        await RunAsync(site, await UploadAsync(site, "姓名,手机,地址,小区,门牌号,机身号,型号,安装日期,contract_no,inlet\n=张伟,13800001234,河北省廊坊市三河市燕郊镇学院大街12号,燕京航城,3号楼201,QQR400-0001,R400,2025-06-01,HT-1,市政\n李静,13900001234,,,,,,,HT-2,\n"));

        var admin = await site.Site.SignInAsync(StandardRoles.Administrator);
        var answer = await admin.SendAsync(await admin.PageAsync("app/exports/new"), "exports/new", ("PrincipalId", (await site.PrincipalAsync("p1")).ToString()));
        var table = await answer.Content.ReadAsStringAsync(Stop);
        var again = await RunAsync(site, await UploadAsync(site, table));

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        table.ShouldContain("'=张伟", customMessage: "nothing runs in a spreadsheet");
        table.ShouldContain("HT-2");
        (again.Rows, again.RowsRefused, again.CustomersCreated, again.CustomersChanged, again.MachinesCreated).ShouldBe((2, 0, 0, 0, 0));
        (await site.Site.ReadAsync(db => db.Set<ServicePlatform.Data.Audit.AuditRow>().CountAsync(row => row.Command.Contains("ExportCustomers")))).ShouldBe(1);
        var manager = await site.Site.SignInAsync(StandardRoles.ServiceManager);
        (await manager.GetAsync("app/exports/new")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, DatabaseData]
    public async Task An_order_is_filled_in_filtered_and_found_within_its_scope(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var field = new SaveField(null, "order", "campaign", "活动", "Campaign", CustomFieldType.Text, null, false, true, true, [], null, null, null, 0);
        await scene.Site.DoAsync(field, Admin);
        var order = await scene.OrderAsync(await scene.HouseholdAsync(scene.Aqua));
        var fill = new SetOrderFields(order, CustomFieldInput.Whole(new Dictionary<string, string?> { ["campaign"] = "双十一换芯" }));

        (await scene.Site.SendAsync(fill, scene.DeskB)).Failure!.Kind.ShouldBe(FailureKind.NotFound, "another dealer's");
        await scene.Site.DoAsync(fill, scene.Agent);

        async Task<int> Found(OrderList query) => (await scene.Site.AskAsync(query, scene.Agent)).Value.Items.Count;
        (await Found(new OrderList(OrderTab.All, new PageRequest(), Fields: [new CustomFilter("campaign", "双十一")]))).ShouldBe(1);
        (await Found(new OrderList(OrderTab.All, new PageRequest(), Fields: [new CustomFilter("campaign", "六一八")]))).ShouldBe(0);
        (await Found(new OrderList(OrderTab.All, new PageRequest(), Text: "双十一换芯"))).ShouldBe(1);
    }

    [Fact]
    public async Task The_form_offers_them_and_brings_a_wrong_value_back_to_its_field()
    {
        var site = await DeviceSite.CreateAsync(platform, "Sqlite");
        await AddAsync(site, "customer", "floor", CustomFieldType.Number, isRequired: true);
        var browser = await site.Site.SignInAsync(StandardRoles.Administrator);
        var page = await browser.PageAsync("app/customers/new");
        (string, string)[] typed = [("PrincipalId", (await site.PrincipalAsync("p1")).ToString()), ("Name", "张伟"), ("Kind", "Person"), ("Gender", "Male"), ("Level", "standard"), ("PreferredChannel", "Phone")];

        var refused = await browser.SendAsync(page, "customers/new", [.. typed, ("CustomFields[floor]", "三楼")]);
        var saved = await browser.SendAsync(page, "customers/new", [.. typed, ("CustomFields[floor]", "3")]);

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync(Stop)).ShouldContain("CustomFields[floor]");
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync(Stop));
        (await browser.PageAsync(saved.Headers.Location!.ToString().Split('/', 3)[2])).DocumentElement.TextContent.ShouldContain("floor");
    }

    private static ServicePlatform.Kernel.Security.Actor Admin { get; } = Actors.Staff("/hq/");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<Guid> AddAsync(DeviceSite site, string kind, string code, CustomFieldType type, bool isRequired = false, Guid? principal = null, IReadOnlyList<string>? choices = null) =>
        site.Site.DoAsync(new SaveField(null, kind, code, code, null, type, principal, isRequired, true, true, [.. (choices ?? []).Select(choice => new ChoiceInput(null, choice, null))], null, null, null, 0), Admin);

    private static Task<Result<Guid>> SaveAsync(DeviceSite site, Guid principal, string name, params (string Code, string Value)[] fields) => site.Site.SendAsync(
        new SaveCustomer(null, principal, CustomerKind.Person, name, Gender.Unknown, [], [], CustomFields: CustomFieldInput.Whole(fields.ToDictionary(field => field.Code, string? (field) => field.Value))));

    private static async Task<List<Guid>> ListAsync(DeviceSite site, params CustomFilter[] filters) =>
        [.. (await site.Site.AskAsync(new ListCustomers(null, null, null, null, null, new PageRequest(), filters))).Value.Rows.Items.Select(row => row.Id)];

    private static async Task<SaveCustomer> StandingAsync(DeviceSite site, Guid id) =>
        (await site.Site.UseAsync<ICustomerReader, IReadOnlyDictionary<Guid, SaveCustomer>>(reader => reader.AsTheyStandAsync([id], Stop)))[id];

    private static Task<int> VersionAsync(DeviceSite site, Guid id) => site.Site.ReadAsync(db => db.Set<Customer>().Where(row => row.Id == id).Select(row => row.Version).SingleAsync());

    private static Task<List<string>> ValuesAsync(DeviceSite site, Guid id) => site.Site.ReadAsync(db => db.Set<FieldValue>().Where(row => row.SubjectId == id).Select(row => row.Text).ToListAsync());

    private static async Task<Guid> UploadAsync(DeviceSite site, string table)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(table));
        return await site.Site.DoAsync(new UploadImport(await site.PrincipalAsync("p1"), "customers.csv", content));
    }

    private static async Task<Import> RunAsync(DeviceSite site, Guid id)
    {
        var version = await site.Site.ReadAsync(db => db.Set<Import>().Where(import => import.Id == id).Select(import => import.Version).SingleAsync());
        await site.Site.DoAsync(new RunImport(id, true, version));
        await site.Site.TaskEndedAsync((await site.Site.AskAsync(new GetImport(id))).Value.Import.TaskId!.Value);
        return (await site.Site.AskAsync(new GetImport(id))).Value.Import;
    }
}
