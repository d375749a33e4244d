using System.Text;
using Microsoft.Playwright;
using ServicePlatform.EndToEndTests.Fixture;

namespace ServicePlatform.EndToEndTests;

/// <summary>Customers and machines from a file that a user brings, through the screens.</summary>
public sealed class ImportTests(DemoHost host)
{
    private const string Headers = "客户编号,姓名,手机号,行政区划代码,详细地址,门牌号,备注,机身号,型号,安装日期";

    private const string Table = Headers + """

        EI-0001,陆建平,13800017001,110105,北京市朝阳区望京街道望京西路48号,2号楼1单元501,"老人在家，
        先打电话再上门",QQR4002603018001,QQ-R400,2026-03-05
        EI-0002,费国栋,1380000,110112,北京市通州区玉桥街道玉桥中路9号,5号楼2单元1101,,QQR4002604018002,QQ-R400,2026-04-21
        EI-0003,康秀英,13800017003,110108,北京市海淀区万寿路街道翠微路甲3号,8号楼1单元203,,QQR4002604018003,QQ-X900,2026-04-25
        EI-0004,苗振华,13800017004,110105,北京市朝阳区酒仙桥街道酒仙桥路26号,14号楼1单元901,,QQR4002603018001,QQ-R400,2026-05-14
        EI-0005,柏晓琳,13800017005,110114,北京市昌平区回龙观街道龙锦二街16号,7号楼2单元302,,QQU1002605018005,QQ-U1000,2026-05-20

        """;

    [Fact]
    public async Task Good_rows_come_in_bad_rows_come_back_and_a_second_run_changes_nothing()
    {
        await using var admin = await host.OpenAsync("aqua", width: 360);
        await admin.SignInAsync("admin");
        var wrong = new List<string>();

        await UploadAsync(admin, "broken.csv", Encoding.UTF8.GetBytes("姓名,手机\n\"张三,13800017001\n"));
        (await admin.TextAsync()).ShouldContain("引号没有成对");
        wrong.AddRange(await PageChecks.WrongInBothAsync(admin.Page, "refused file"));

        await UploadAsync(admin, "customers.csv", Gb18030(Table));
        (await FiguresAsync(admin)).ShouldBe([2, 0, 2, 3]);
        var text = await admin.TextAsync();
        text.ShouldContain("电话：不是有效的电话号码：1380000");
        text.ShouldContain("型号：型号库里没有 QQ-X900");
        text.ShouldContain("序列号 QQR4002603018001 与第 2 行重复");
        wrong.AddRange(await PageChecks.WrongInBothAsync(admin.Page, "preview"));

        var import = admin.Page.Url;
        await RunAsync(admin);
        (await FiguresAsync(admin)).ShouldBe([2, 0, 2, 3]);
        wrong.AddRange(await PageChecks.WrongInBothAsync(admin.Page, "result"));
        (await FoundAsync(admin, "13800017001")).ShouldBe(1);
        (await FoundAsync(admin, "13800017003")).ShouldBe(0);

        await admin.Page.GotoAsync(import);
        var problems = await DownloadAsync(admin);
        problems.ShouldContain("QQ-X900");
        problems.ShouldNotContain("EI-0001");
        var mended = problems.Replace(",1380000,", ",13800017002,", StringComparison.Ordinal).Replace("QQ-X900", "QQ-R400", StringComparison.Ordinal)
            .Replace("苗振华,13800017004,110105,北京市朝阳区酒仙桥街道酒仙桥路26号,14号楼1单元901,,QQR4002603018001", "苗振华,13800017004,110105,北京市朝阳区酒仙桥街道酒仙桥路26号,14号楼1单元901,,QQR4002603018004", StringComparison.Ordinal);
        await UploadAsync(admin, "mended.csv", Encoding.UTF8.GetBytes(mended));
        (await FiguresAsync(admin)).ShouldBe([3, 0, 3, 0]);
        await RunAsync(admin);
        (await admin.TextAsync()).ShouldContain("所有行都已导入");

        await UploadAsync(admin, "customers.csv", Encoding.UTF8.GetBytes(Table));
        (await FiguresAsync(admin)).Take(3).ShouldBe([0, 0, 0], "everything is there already");
        await RunAsync(admin);
        (await FoundAsync(admin, "13800017001")).ShouldBe(1);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Columns_that_are_not_understood_are_named_by_hand()
    {
        await using var manager = await host.OpenAsync("aqua", width: 360);
        await manager.SignInAsync("manager");
        await UploadAsync(manager, "columns.txt", Encoding.UTF8.GetBytes("甲;乙;丙\n于静怡;13800017011;QQ-R400\n"));
        var text = await manager.TextAsync();
        text.ShouldContain("至少要有客户姓名");
        (await PageChecks.WrongInBothAsync(manager.Page, "columns")).ShouldBeEmpty();

        await manager.Page.SelectOptionAsync("[name='Columns[0]']", "CustomerName");
        await manager.Page.SelectOptionAsync("[name='Columns[1]']", "CustomerName");
        await manager.SubmitAsync(manager.Page.Locator("form[action$='/columns'] button[type=submit]"));
        (await manager.TextAsync()).ShouldContain("同一个含义只能给一列");

        await manager.Page.SelectOptionAsync("[name='Columns[1]']", "Phone");
        await manager.Page.SelectOptionAsync("[name='Columns[2]']", "ModelCode");
        await manager.SubmitAsync(manager.Page.Locator("form[action$='/columns'] button[type=submit]"));
        (await FiguresAsync(manager)).ShouldBe([1, 0, 1, 0]);
    }

    [Fact]
    public async Task A_long_import_says_how_far_it_is_and_goes_on_where_it_was_stopped()
    {
        await using var admin = await host.OpenAsync("aqua");
        await admin.SignInAsync("admin");
        var rows = Enumerable.Range(0, 3000).Select(number => $"EL-{number:0000},连海{(char)('一' + number % 500)},1391{number:0000000},110105,北京市朝阳区望京街道望京西路48号,{number + 1}室,,,QQ-R400,");
        await UploadAsync(admin, "long.csv", Encoding.UTF8.GetBytes(Headers + "\n" + string.Join('\n', rows)));
        (await FiguresAsync(admin)).ShouldBe([3000, 0, 3000, 0]);

        await admin.Page.Locator("form[action$='/run'] button").ClickAsync();
        await admin.Page.Locator("#running progress[value]").WaitForAsync();
        (await admin.Page.Locator("#running").InnerTextAsync()).ShouldContain("/ 3000 位客户");
        await admin.Page.Locator("#running button").ClickAsync();
        await admin.Page.Locator("#running progress").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached, Timeout = 60_000 });

        await admin.Page.GetByText("导入已停止").WaitForAsync();
        var left = await FiguresAsync(admin);
        left[0].ShouldBeInRange(1, 2999);
        left[2].ShouldBe(left[0], "a customer is written with his machine or not at all");
        (await PageChecks.WrongInBothAsync(admin.Page, "stopped")).ShouldBeEmpty();

        await admin.GoAsync("/app/tasks");
        (await PageChecks.WrongInBothAsync(admin.Page, "tasks")).ShouldBeEmpty();
        await admin.Page.GotoAsync(await admin.Page.Locator("main tbody a").First.EvaluateAsync<string>("link => link.href"));
        (await admin.TextAsync()).ShouldContain("导入 long.csv");
        (await admin.TextAsync()).ShouldContain("已停止");
        (await PageChecks.WrongInBothAsync(admin.Page, "task")).ShouldBeEmpty();
    }

    private static byte[] Gb18030(string text) => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text);

    private static async Task UploadAsync(Person person, string name, byte[] content)
    {
        await person.GoAsync("/app/imports/new");
        await person.Page.SelectOptionAsync("[name=PrincipalId]", new SelectOptionValue { Label = "清泉" });
        await person.Page.SetInputFilesAsync("[name=File]", new FilePayload { Name = name, MimeType = "text/csv", Buffer = content });
        await person.SubmitAsync(person.Page.Locator("form:has([name=File]) button[type=submit]").Last);
    }

    private static async Task RunAsync(Person person)
    {
        await person.Page.Locator("form[action$='/run'] button").ClickAsync();
        await person.Page.GetByText("再导入一个文件").WaitForAsync();
    }

    /// <summary>New customers, changed customers, new machines, rows with problems.</summary>
    private static async Task<IReadOnlyList<int>> FiguresAsync(Person person) =>
        [.. (await person.Page.Locator(".figure-value").AllInnerTextsAsync()).Select(value => int.Parse(value, System.Globalization.CultureInfo.InvariantCulture))];

    private static async Task<int> FoundAsync(Person person, string phone)
    {
        await person.GoAsync("/app/customers?q=" + phone);
        return await person.Page.Locator("tr[data-row]").CountAsync();
    }

    /// <summary>The text of the table with the rows that were left out.</summary>
    private static async Task<string> DownloadAsync(Person person)
    {
        var link = await person.Page.GetByText("下载有问题的行").GetAttributeAsync("href");
        var answer = await person.Page.APIRequest.GetAsync(new Uri(new Uri(person.Page.Url), link!).ToString());
        answer.Headers["content-disposition"].ShouldStartWith("attachment");
        return Encoding.UTF8.GetString(await answer.BodyAsync());
    }
}
