using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Messaging.Sending;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.IntegrationTests.WorkOrders;

public sealed class SideBySideTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    [Trait("capability", "A060")]
    public async Task Photos_of_one_visit_arrive_side_by_side_and_a_repeated_one_is_marked(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var home = await scene.HouseholdAsync(scene.Aqua);
        var (_, visit) = await scene.BookedAsync(home);
        await scene.ArriveAsync(visit);

        var added = await Task.WhenAll(Enumerable.Range(1, 8).Select(shade => scene.Site.SendAsync(
            new AddVisitPhoto(visit, null, "现场", scene.Now, $"{shade}.jpg", OrderScene.Photo((byte)shade)), scene.FieldA)));

        added.ShouldAllBe(result => result.Succeeded);
        (await scene.VisitRowAsync(visit)).Photos.Select(photo => photo.Sha256).Distinct(StringComparer.Ordinal).Count().ShouldBe(8);

        var (_, other) = await scene.BookedAsync(home, JobTypes.Repair);
        await scene.ArriveAsync(other);
        await scene.Site.DoAsync(new AddVisitPhoto(other, null, null, scene.Now, "again.jpg", OrderScene.Photo(3)), scene.FieldA);
        (await scene.VisitRowAsync(other)).Photos.ShouldHaveSingleItem().IsRepeated.ShouldBeTrue();
    }

    [Theory, DatabaseData]
    public async Task Customers_are_told_how_their_job_gets_on(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var (_, visit) = await scene.BookedAsync(await scene.HouseholdAsync(scene.Aqua));
        await scene.ArriveAsync(visit);
        await scene.Site.DoAsync(new ReportNobodyHome(visit, scene.Now, null), scene.FieldA);

        await scene.Site.DeliverAsync();

        var messages = await scene.Site.ReadAsync(db => Task.FromResult(db.Set<Message>().AsEnumerable().OrderBy(message => message.CreatedAt).ToList()));

        // An arrival is not told once the visit has ended; which of the two comes first is the delivery's.
        messages.Select(message => message.TemplateCode).Where(code => code != "technician-arrived").ShouldBe(["request-received", "order-assigned", "appointment-confirmed", "technician-on-the-way", "nobody-home"], ignoreOrder: true);
        messages.ShouldAllBe(message => message.Text.Length > 0);
    }
}
