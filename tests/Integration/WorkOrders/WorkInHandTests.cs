using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Technicians;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Requests;

namespace ServicePlatform.IntegrationTests.WorkOrders;

public sealed class WorkInHandTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    [Trait("capability", "A111")]
    public async Task Nobody_is_stopped_or_moved_away_from_work_in_hand(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var (order, _) = await scene.BookedAsync(await scene.HouseholdAsync(scene.Aqua));

        (await StopOutletAsync(scene)).Failure!.Fields.Single().Code.ShouldBe("network.organisation-has-work");
        (await SaveTechnicianAsync(scene, scene.OutletA, isActive: false)).Failure!.Fields.Single().Code.ShouldBe("network.technician-has-work");
        (await SaveTechnicianAsync(scene, scene.OutletB, isActive: true)).Failure!.Fields.Single().Field.ShouldBe("OrganisationId");

        await scene.Site.DoAsync(new CancelOrder(order, "客户不装了", await scene.VersionAsync(order)), scene.Reviewer);

        (await SaveTechnicianAsync(scene, scene.OutletA, isActive: false)).Succeeded.ShouldBeTrue();
        (await StopOutletAsync(scene)).Succeeded.ShouldBeTrue();
    }

    [Theory, DatabaseData]
    [Trait("capability", "A032")]
    public async Task An_order_stays_with_whoever_held_its_request(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var home = await scene.HouseholdAsync(scene.Aqua);
        var request = await scene.Site.DoAsync(new RecordRequest(home.Customer, home.Machine, home.Address, Channels.Phone, JobTypes.Repair, "漏水"), scene.Agent);
        await scene.Site.ReadAsync(db => db.Set<Request>().Where(row => row.Id == request).ExecuteUpdateAsync(set => set.SetProperty(row => row.HolderPath, "/hq/da/")));
        await scene.Site.DoAsync(new TriageRequest(request, JobTypes.Repair, Urgency.Normal, home.Machine, home.Address, null, await scene.RequestVersionAsync(request)), scene.Agent);

        var order = await scene.Site.DoAsync(new ConvertRequest(request, await scene.RequestVersionAsync(request)), scene.Agent);

        (await scene.OrderRowAsync(order)).HolderPath.ShouldBe("/hq/da/");
    }

    private static async Task<Result<Guid>> StopOutletAsync(OrderScene scene)
    {
        var outlet = await scene.Site.ReadAsync(db => db.Set<Organisation>().AsNoTracking().SingleAsync(row => row.Id == scene.OutletA));
        return await scene.Site.SendAsync(new SaveOrganisation(
            outlet.Id, outlet.ParentId, outlet.Code, outlet.Name, outlet.Kind, outlet.Ownership, outlet.Phone, outlet.DivisionCode, outlet.Address, null, null, false, [scene.Aqua], outlet.Version));
    }

    private static async Task<Result<Guid>> SaveTechnicianAsync(OrderScene scene, Guid outlet, bool isActive)
    {
        var person = await scene.Site.ReadAsync(db => db.Set<Technician>().AsNoTracking().SingleAsync(row => row.Id == scene.TechnicianA));
        return await scene.Site.SendAsync(new SaveTechnician(person.Id, person.Code, person.Name, person.Phone, outlet, [], isActive, person.Version));
    }
}
