using System.Globalization;
using ServicePlatform.Data;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Timelines;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders.Queries;

namespace ServicePlatform.IntegrationTests.WorkOrders;

/// <summary>What was recorded in one language is read in the reader's.</summary>
public sealed class ReaderWordsTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    public async Task Areas_and_the_customers_own_acts_are_named_in_the_readers_language(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var home = await scene.HouseholdAsync(scene.Aqua);
        var request = await scene.Site.DoAsync(
            new SubmitRequest(home.Customer, home.Machine, null, JobTypes.Repair, "漏水", null, null, null), Actors.Customer(home.Customer));
        var outlet = new Subject("organisation", scene.OutletA);

        (await ReadAsync(scene, outlet, "zh-Hans")).ShouldContain(entry => entry.Text.Contains("朝阳区", StringComparison.Ordinal));
        (await ReadAsync(scene, outlet, "en")).ShouldContain(entry => entry.Text.Contains("Chaoyang", StringComparison.Ordinal));
        (await ReadAsync(scene, ServicePlatform.WorkOrders.Subjects.Request(request), "zh-Hans"))[^1].Actor.ShouldBe("客户");
        (await ReadAsync(scene, ServicePlatform.WorkOrders.Subjects.Request(request), "en"))[^1].Actor.ShouldBe("Customer");
    }

    [Theory, DatabaseData]
    public async Task Steps_photos_and_readings_are_named_in_the_readers_language(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var (order, visit) = await scene.BookedAsync(await scene.HouseholdAsync(scene.Aqua));
        await scene.ArriveAsync(visit);
        await scene.Site.DoAsync(new StartWork(visit, scene.Now), scene.FieldA);
        await scene.Site.DoAsync(new CompleteStep(visit, "pressure", scene.Now, 0.6, "加装减压阀", null), scene.FieldA);
        await scene.Site.DoAsync(new AddVisitPhoto(visit, "photo", null, scene.Now, "front.jpg", OrderScene.Photo(1)), scene.FieldA);
        var number = (await scene.OrderRowAsync(order)).Number;

        var chinese = await PageAsync(scene, number, "zh-Hans");
        var english = await PageAsync(scene, number, "en");

        Words(chinese).ShouldBe(["安装", "测水压", "冲洗第 2 级：RO膜", "正面"]);
        Words(english).ShouldBe(["Installation", "Measure the pressure", "Flush stage 2: RO膜", "Front"]);
        chinese.Timeline.Single(entry => entry.Code == "orders.reading-outside").Text.ShouldContain("测水压");
        english.Timeline.Single(entry => entry.Code == "orders.reading-outside").Text.ShouldContain("Measure the pressure");
    }

    private static List<string?> Words(OrderPage page)
    {
        var visit = page.Visits.Single();
        return
        [
            visit.ProcedureTitle,
            visit.Readings.Single().Title,
            visit.Steps.Single(step => step.FlushPosition == 2).Title,
            visit.Photos.Single().Angle,
        ];
    }

    private static Task<OrderPage> PageAsync(OrderScene scene, string number, string language) => scene.Site.UseAsync<Commands.ISender, OrderPage>(
        async sender =>
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return (await sender.AskAsync(new GetOrder(number), TestContext.Current.CancellationToken)).Value;
        },
        Actors.With("/hq/", OrderPermissions.View));

    private static Task<IReadOnlyList<TimelineEntry>> ReadAsync(OrderScene scene, Subject subject, string language) =>
        scene.Site.UseAsync<ITimeline, IReadOnlyList<TimelineEntry>>(timeline =>
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return timeline.ReadAsync([subject], 100, TestContext.Current.CancellationToken);
        });
}
