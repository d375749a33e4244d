using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Principals;
using ServicePlatform.Network.Technicians;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Requests;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.IntegrationTests.WorkOrders;

/// <summary>
/// A site with two principals and two dealers: dealer A has the outlet A1 with a technician, dealer B the outlet B1 with one.
/// </summary>
internal sealed partial class OrderScene
{
    private OrderScene(TestSite site) => Site = site;

    public TestSite Site { get; }

    public Guid Aqua { get; private set; }

    public Guid Pure { get; private set; }

    public Guid OutletA { get; private set; }

    public Guid OutletB { get; private set; }

    public Guid TechnicianA { get; private set; }

    public Actor Agent { get; private set; } = Actors.With("/hq/");

    public Actor Dispatcher { get; } = Actors.With("/hq/", OrderPermissions.View, OrderPermissions.Dispatch, OrderPermissions.Book);

    public Actor Reviewer { get; } = Actors.With("/hq/", OrderPermissions.View, OrderPermissions.Review, OrderPermissions.Cancel);

    public Actor DeskA { get; } = Outlet("/hq/da/a1/");

    public Actor DeskB { get; } = Outlet("/hq/db/b1/");

    public Actor FieldA { get; private set; } = Actors.With("/hq/da/a1/");

    public Actor FieldB { get; private set; } = Actors.With("/hq/db/b1/");

    public DateTime Now => Site.Platform.Clock.GetUtcNow().UtcDateTime;

    public static async Task<OrderScene> MakeAsync(TestPlatform platform, string database)
    {
        var scene = new OrderScene(await platform.CreateSiteAsync(database));
        await scene.Site.RunRecipeAsync(Recipe);
        await scene.Site.ReadAsync(async db =>
        {
            var principals = await db.Set<Principal>().ToDictionaryAsync(row => row.Code, row => row.Id);
            (scene.Aqua, scene.Pure) = (principals["aqua"], principals["pure"]);
            var outlets = await db.Set<Organisation>().ToDictionaryAsync(row => row.Code, row => row.Id);
            (scene.OutletA, scene.OutletB) = (outlets["a1"], outlets["b1"]);
            var people = await db.Set<Technician>().ToDictionaryAsync(row => row.Code);
            scene.TechnicianA = people["T-A"].Id;
            scene.FieldA = Field("/hq/da/a1/", people["T-A"].UserId!.Value);
            scene.FieldB = Field("/hq/db/b1/", people["T-B"].UserId!.Value);
            return 0;
        });
        scene.Agent = Actors.With(
            "/hq/", OrderPermissions.View, OrderPermissions.Intake, OrderPermissions.Book, OrderPermissions.Cancel, CrmPermissions.View, CrmPermissions.Edit, DevicePermissions.Edit);
        return scene;
    }

    public async Task<Household> HouseholdAsync(Guid principal, string name = "张丽", string phone = "13800001234", string? model = "ro-400", string street = "阜通东大街1号")
    {
        var customer = await Site.DoAsync(
            new SaveCustomer(null, principal, CustomerKind.Person, name, Gender.Female, [new PhoneInput(phone)], [new AddressInput(null, "110105", "望京花园", street, "3-2-501", null)]),
            Agent);
        var address = await Site.UseAsync<ICustomerReader, Guid>(async reader => (await reader.AddressesOfAsync([customer], default)).Single().Id, Agent);
        var machine = await Site.DoAsync(new RegisterMachine(principal, customer, address, model, null, null, null, null, null), Agent);
        return new Household(customer, address, machine);
    }

    /// <summary>An order that waits for dispatch at the head office.</summary>
    public async Task<Guid> OrderAsync(Household home, string jobType = JobTypes.Install)
    {
        var request = await Site.DoAsync(new RecordRequest(home.Customer, home.Machine, null, Channels.Phone, jobType, "新买的净水机请上门安装"), Agent);
        await Site.DoAsync(new TriageRequest(request, jobType, Urgency.Normal, home.Machine, home.Address, null, await RequestVersionAsync(request)), Agent);
        return await Site.DoAsync(new ConvertRequest(request, await RequestVersionAsync(request)), Agent);
    }

    /// <summary>An order at outlet A with a technician and a confirmed visit. Answers the order's and the visit's id.</summary>
    public async Task<(Guid Order, Guid Visit)> BookedAsync(Household home, string jobType = JobTypes.Install)
    {
        var order = await OrderAsync(home, jobType);
        await Site.DoAsync(new AssignOutlet(order, OutletA, await VersionAsync(order)), Dispatcher);
        await Site.DoAsync(new AcceptOrder(order, await VersionAsync(order)), DeskA);
        await Site.DoAsync(new AssignTechnician(order, TechnicianA, await VersionAsync(order)), DeskA);
        var from = Now.AddHours(2);
        var visit = await Site.DoAsync(new BookVisit(order, from, from.AddHours(2), true, null, await VersionAsync(order), Anyway: true), Agent);
        return (order, visit);
    }

    public async Task<Guid> ArriveAsync(Guid visit)
    {
        await Site.DoAsync(new StartTravel(visit, Now), FieldA);
        await Site.DoAsync(new ConfirmArrival(visit, Now, null, null), FieldA);
        return visit;
    }

    public Task<int> VersionAsync(Guid order) => Site.ReadAsync(db => db.Set<Order>().Where(row => row.Id == order).Select(row => row.Version).SingleAsync());

    public Task<int> RequestVersionAsync(Guid request) =>
        Site.ReadAsync(db => db.Set<Request>().Where(row => row.Id == request).Select(row => row.Version).SingleAsync());

    public Task<Order> OrderRowAsync(Guid order) =>
        Site.ReadAsync(db => db.Set<Order>().Include(row => row.Assignments).Include(row => row.Lines).SingleAsync(row => row.Id == order));

    public Task<Visit> VisitRowAsync(Guid visit) => Site.ReadAsync(db => db.Set<Visit>()
        .Include(row => row.Lines).Include(row => row.Steps).Include(row => row.Photos).AsSplitQuery().SingleAsync(row => row.Id == visit));

    private static Actor Outlet(string path) =>
        Actors.With(path, OrderPermissions.View, OrderPermissions.RunOutlet, OrderPermissions.Book, CrmPermissions.View, DevicePermissions.View);

    private static Actor Field(string path, Guid userId) => Actors.With(path, OrderPermissions.Work) with { UserId = userId };
}

internal sealed record Household(Guid Customer, Guid Address, Guid Machine);
