using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Files;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.WorkOrders;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.IntegrationTests.BadInput;

/// <summary>A site at work with somebody of every kind signed in: order, visit with photo, request, customer, machine, procedures.</summary>
internal sealed class BadInputScene
{
    public const string Password = "Water-2026-pure";

    public const string Phone = "+8613800001234";

    private BadInputScene(OrderScene work) => Work = work;

    public OrderScene Work { get; }

    public TestSite Site => Work.Site;

    /// <summary>The sign-in cookie of a member of staff, as the browser keeps it.</summary>
    public string StaffCookie { get; private set; } = "";

    /// <summary>By the name of their kind.</summary>
    public Dictionary<string, Browser> People { get; } = new(StringComparer.Ordinal);

    /// <summary>Values of things that exist, by the parameter or field that takes them.</summary>
    public Dictionary<string, List<string>> Known { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static async Task<BadInputScene> MakeAsync(TestPlatform platform, string database)
    {
        var scene = new BadInputScene(await OrderScene.MakeAsync(platform, database));
        var work = scene.Work;
        var home = await work.HouseholdAsync(work.Aqua, street: "金蝉西路8号");
        var (_, visit) = await work.BookedAsync(home);
        await work.ArriveAsync(visit);
        await work.Site.DoAsync(new AddVisitPhoto(visit, null, "门口", work.Now, "door.jpg", OrderScene.Photo(2)), work.FieldA);
        await work.OrderAsync(await work.HouseholdAsync(work.Pure, "刘洋", "13800005678"), JobTypes.Repair);
        await work.Site.DoAsync(new RecordRequest(home.Customer, home.Machine, null, Channels.Phone, JobTypes.Repair, "漏水，请尽快"), work.Agent);
        await scene.GatherAsync();
        await scene.SignInAsync();
        return scene;
    }

    private async Task SignInAsync()
    {
        People["nobody"] = Site.Browse();
        People["customer"] = await Site.SignInCustomerAsync(Phone);
        People["technician"] = await Site.SignInAsAsync("li.qiang", Password);
        People["outlet"] = await Site.SignInAsync(StandardRoles.Outlet, "/hq/da/a1/");
        People["dispatcher"] = await Site.SignInAsync(StandardRoles.Dispatcher);
        People["agent"] = await Site.SignInAsync(StandardRoles.Agent);
        People["claims"] = await Site.SignInAsync(StandardRoles.Claims);
        People["admin"] = await Site.SignInAsync(StandardRoles.Administrator);
        var browser = Site.Browse();
        var sent = await browser.SendAsync(await browser.PageAsync("sign-in/staff"), "sign-in/staff", ("UserName", "li.qiang"), ("Password", Password));
        StaffCookie = sent.Headers.GetValues("Set-Cookie").Single(value => value.Contains("~sign-in=", StringComparison.Ordinal)).Split(';')[0];
    }

    private Task<int> GatherAsync() => Site.ReadAsync(async db =>
    {
        // Whatever the tables hold under an id, number or code, so that an endpoint meets ids of other things too.
        foreach (var type in db.Model.GetEntityTypes().Where(type => type.FindProperty("Id")?.ClrType == typeof(Guid) && !type.IsOwned()))
        {
            var read = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type.ClrType).Invoke(db, null)!;
            foreach (var row in await read.IgnoreQueryFilters().Take(3).ToListAsync(TestContext.Current.CancellationToken))
            {
                Add("id", Value(row, "Id"));
                Add("number", Value(row, "Number"));
                Add("code", Value(row, "Code"));
            }
        }

        Known["role"] = [StandardRoles.Agent];
        Known["file"] = [.. await db.Set<FileRow>().Select(row => row.Id.ToString()).ToListAsync(TestContext.Current.CancellationToken)];
        return 0;
    });

    private void Add(string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            Known.TryAdd(name, []);
            Known[name].Add(value);
        }
    }

    private static string? Value(object row, string property) => row.GetType().GetProperty(property)?.GetValue(row)?.ToString();
}
