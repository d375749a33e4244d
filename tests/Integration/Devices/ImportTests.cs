using System.Text;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Devices.Imports;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Files;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Security;
using ServicePlatform.Tasks;

namespace ServicePlatform.IntegrationTests.Devices;

public sealed class ImportTests(TestPlatform platform)
{
    private const string Table = """
        姓名,手机,地址,小区,门牌号,机身号,型号,安装日期
        张伟,138 0000 1234,河北省廊坊市三河市燕郊镇学院大街12号,燕京航城,3号楼201,QQR400-0001,R400,2025-06-01
        张伟,138 0000 1234,河北省廊坊市三河市燕郊镇学院大街12号,燕京航城,3号楼201,QQR400-0002,R400,2025-07-01
        李静,13900001234,,,,QQR400-0003,r400,2026-01-05
        王芳,13700001234,,,,,,
        """;

    [Theory, DatabaseData]
    public async Task Rows_that_were_left_out_can_be_mended_and_brought_again(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var id = await UploadAsync(site, "姓名,手机,型号\n=HYPERLINK,+8613900007001,没有的型号\n@李静,+86 139 0000 7002,没有的型号\n");
        var found = (await site.Site.AskAsync(new GetImport(id))).Value.Checked!;
        var problems = await site.Site.UseAsync<ProblemFile, string>(file => Task.FromResult(Encoding.UTF8.GetString(file.Write(found.Table, found.Plan.Problems))));
        problems.ShouldContain("'=HYPERLINK,+8613900007001");

        await ImportAsync(site, problems.Replace("没有的型号", "R400", StringComparison.Ordinal));

        (await site.Site.ReadAsync(db => db.Database.SqlQuery<string>($"SELECT \"Name\" AS \"Value\" FROM \"Crm_Customers\"").ToListAsync())).Intersect(["=HYPERLINK", "@李静"]).Count().ShouldBe(2);
        (await site.Site.ReadAsync(db => db.Database.SqlQuery<string>($"SELECT \"Number\" AS \"Value\" FROM \"Crm_CustomerPhones\"").ToListAsync())).Intersect(["+8613900007001", "+8613900007002"]).Count().ShouldBe(2);
    }

    [Theory, DatabaseData]
    public async Task A_table_becomes_customers_and_machines_and_a_second_time_nothing(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);

        var first = await ImportAsync(site, Table);
        var second = await ImportAsync(site, Table);

        (first.CustomersCreated, first.MachinesCreated, first.RowsRefused).ShouldBe((3, 3, 0));
        (second.CustomersCreated, second.CustomersChanged, second.MachinesCreated, second.RowsRefused).ShouldBe((0, 0, 0, 0));
        var machines = await site.Site.ReadAsync(db => db.Set<Machine>().OrderBy(machine => machine.Serial).ToListAsync());
        machines.Select(machine => machine.Serial).ShouldBe(["QQR400-0001", "QQR400-0002", "QQR400-0003"]);
        machines[0].AddressId.ShouldNotBeNull();
        machines[0].AddressId.ShouldBe(machines[1].AddressId);
        machines[0].FiltersDueOn.ShouldBe(new DateOnly(2025, 6, 1).AddDays(180));
    }

    [Theory, DatabaseData]
    public async Task A_bad_row_stops_the_whole_unless_it_is_left_out(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var id = await UploadAsync(site, Table + "\n坏行,123,,,,,,\n=cmd|' /C calc'!A0,13500001234,,,,QQR400-0001,R400,\n");

        var refused = await RunAsync(site, id, skipBadRows: false);
        var customersThen = await CustomersAsync(site);
        await RunAsync(site, id, skipBadRows: true);

        (refused.Import.State, refused.Task!.Phase).ShouldBe((ImportState.Open, LongTaskPhase.Failed));
        refused.Task.Error!.ShouldContain("2");
        customersThen.ShouldBe(0);
        (await CustomersAsync(site)).ShouldBe(3);
        var done = (await site.Site.AskAsync(new GetImport(id))).Value.Import;
        done.RowsRefused.ShouldBe(2);
        var problems = await ProblemsAsync(site, done);
        problems.ShouldContain("坏行,123");
        problems.ShouldContain("'=cmd|");
        problems.ShouldNotContain("张伟,138");
    }

    [Theory, DatabaseData]
    public async Task What_only_a_use_case_refuses_is_left_out_and_said(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);

        // Seen by nobody below the top: a person of a dealer cannot know that the code is taken.
        await site.Site.DoAsync(new SaveCustomer(null, await site.PrincipalAsync("p1"), CustomerKind.Person, "赵磊", Gender.Male, [new PhoneInput("13600001234")], [], ExternalCode: "K-1"));
        var dealer = await site.Site.AccountAsync(StandardRoles.Administrator, DeviceSite.Dealer);
        var id = await UploadAsync(site, "客户编号,姓名,手机\nK-1,赵磊,13600001234\nK-2,孙丽华,13600005678\n", dealer);

        var done = await RunAsync(site, id, skipBadRows: false, dealer);

        (await CustomersAsync(site)).ShouldBe(2);
        (done.Import.State, done.Import.CustomersCreated, done.Import.RowsRefused).ShouldBe((ImportState.Done, 1, 1));
        (await ProblemsAsync(site, done.Import)).ShouldContain("K-1,赵磊");
    }

    [Theory, DatabaseData]
    public async Task Columns_can_be_given_another_meaning_once_each(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var id = await UploadAsync(site, "甲,乙\n张伟,13800001234\n");

        (await site.Site.AskAsync(new GetImport(id))).Value.Import.Map.IsEnough.ShouldBeFalse();
        (await site.Site.SendAsync(new SetImportColumns(id, [nameof(ImportColumn.Phone), nameof(ImportColumn.Phone)], await VersionAsync(site, id)))).Failure!.Fields.Count.ShouldBe(2);
        await site.Site.DoAsync(new SetImportColumns(id, [nameof(ImportColumn.CustomerName), nameof(ImportColumn.Phone)], await VersionAsync(site, id)));
        (await site.Site.AskAsync(new GetImport(id))).Value.Checked!.Plan.CustomersCreated.ShouldBe(1);
    }

    [Theory, DatabaseData]
    public async Task Others_see_neither_the_import_nor_its_file(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var mine = Actors.Staff(DeviceSite.Dealer);
        var id = await UploadAsync(site, Table, mine);
        var fileId = (await site.Site.AskAsync(new GetImport(id), mine)).Value.Import.FileId;
        async Task<bool> MayRead(Actor actor) => await site.Site.UseAsync<IEnumerable<IFileAccess>, bool>(
            accesses => accesses.Single(access => access.SubjectKind == Import.Kind).MayReadAsync(id, default), actor);

        (await site.Site.AskAsync(new GetImport(id), Actors.Staff(DeviceSite.OtherDealer))).Failure!.Code.ShouldBe("devices.import-not-found");
        (await site.Site.SendAsync(new RunImport(id, true, 0), Actors.Staff(DeviceSite.OtherDealer))).Succeeded.ShouldBeFalse();
        (await MayRead(mine)).ShouldBeTrue();
        (await MayRead(Actors.Staff(DeviceSite.OtherDealer))).ShouldBeFalse();
        fileId.ShouldNotBe(Guid.Empty);
    }

    [Theory, DatabaseData]
    public async Task More_customers_than_a_chunk_are_written_and_the_second_run_finds_them(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var first = await ImportAsync(site, Many(700));
        var second = await ImportAsync(site, Many(700));

        (first.CustomersCreated, first.MachinesCreated).ShouldBe((700, 700));
        (second.CustomersCreated, second.MachinesCreated).ShouldBe((0, 0));
        (await site.Site.ReadAsync(db => db.Set<Machine>().CountAsync())).ShouldBe(700);
    }

    [Theory, DatabaseData]
    public async Task A_stopped_import_keeps_whole_customers_and_goes_on_later(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var id = await UploadAsync(site, Many(700));

        await site.Site.DoAsync(new RunImport(id, false, await VersionAsync(site, id)));
        (await site.Site.SendAsync(new SetImportColumns(id, [], await VersionAsync(site, id)))).Failure!.Code.ShouldBe("devices.import-running");
        await site.Site.DoAsync(new StopImport(id));
        var stopped = await EndedAsync(site, id);
        var (customers, machines) = (await CustomersAsync(site), await site.Site.ReadAsync(db => db.Set<Machine>().CountAsync()));
        var done = await RunAsync(site, id, skipBadRows: false);

        (stopped.Import.State, stopped.Task!.Phase).ShouldBe((ImportState.Open, LongTaskPhase.Cancelled));
        customers.ShouldBeLessThan(700);
        machines.ShouldBe(customers);
        stopped.Import.CustomersCreated.ShouldBe(customers);
        (done.Import.State, done.Import.CustomersCreated, done.Import.MachinesCreated).ShouldBe((ImportState.Done, 700, 700));
        (await CustomersAsync(site)).ShouldBe(700);
    }

    [Theory, DatabaseData]
    public async Task Others_can_save_while_an_import_runs(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var principal = await site.PrincipalAsync("p1");
        var id = await UploadAsync(site, Many(700));

        await site.Site.DoAsync(new RunImport(id, false, await VersionAsync(site, id)));
        await site.Site.DoAsync(new SaveCustomer(null, principal, CustomerKind.Person, "赵磊", Gender.Male, [new PhoneInput("13600001234")], []));
        var state = (await site.Site.AskAsync(new WatchImport(id))).Value.State;
        await site.Site.DoAsync(new StopImport(id));
        await EndedAsync(site, id);

        state.ShouldBe(ImportState.Running);
    }

    private static string Many(int rows)
    {
        var text = new StringBuilder("客户编号,姓名,手机,机身号,型号\n");
        for (var row = 0; row < rows; row++)
        {
            text.Append(null, $"K{row},客户{row},1380{row:0000000},AQ-{row:00000},R400\n");
        }

        return text.ToString();
    }

    private static async Task<Import> ImportAsync(DeviceSite site, string table)
    {
        var id = await UploadAsync(site, table);
        var done = await RunAsync(site, id, skipBadRows: false);
        done.Import.State.ShouldBe(ImportState.Done, done.Task?.Error);
        return done.Import;
    }

    private static async Task<ImportDetail> RunAsync(DeviceSite site, Guid id, bool skipBadRows, Actor? actor = null)
    {
        await site.Site.DoAsync(new RunImport(id, skipBadRows, await VersionAsync(site, id)), actor);
        return await EndedAsync(site, id);
    }

    private static async Task<ImportDetail> EndedAsync(DeviceSite site, Guid id)
    {
        var task = (await site.Site.AskAsync(new GetImport(id))).Value.Import.TaskId!.Value;
        await site.Site.TaskEndedAsync(task);
        return (await site.Site.AskAsync(new GetImport(id))).Value;
    }

    private static Task<string> ProblemsAsync(DeviceSite site, Import import) =>
        site.Site.UseAsync<IFileStore, string>(async files => Encoding.UTF8.GetString(await AllAsync(await files.OpenAsync(import.ProblemsFileId!.Value, default))));

    private static async Task<Guid> UploadAsync(DeviceSite site, string table, Actor? actor = null)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(table));
        return await site.Site.DoAsync(new UploadImport(await site.PrincipalAsync("p1"), "table.csv", content), actor);
    }

    private static async Task<int> VersionAsync(DeviceSite site, Guid id) => (await site.Site.AskAsync(new GetImport(id))).Value.Import.Version;

    private static Task<int> CustomersAsync(DeviceSite site) => site.Site.ReadAsync(db => db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM \"Crm_Customers\"").SingleAsync());

    private static async Task<byte[]> AllAsync(Stream? stream)
    {
        await using var content = stream!;
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory);
        return memory.ToArray();
    }
}
