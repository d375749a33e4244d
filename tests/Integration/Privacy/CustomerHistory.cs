using System.Text;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Crm.Households;
using ServicePlatform.Data.Identity;
using ServicePlatform.Devices.Imports;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.Recipes;
using ServicePlatform.IntegrationTests.WorkOrders;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.IntegrationTests.Privacy;

/// <summary>A customer of whom everything is known that a site can know, under a name that nobody else has.</summary>
internal static class CustomerHistory
{
    public const string Name = "欧阳慕容雪";
    public const string Phone = "13911987654";
    public const string OtherPhone = "13911987655";
    public const string Street = "紫竹院东巷77号";
    public const string Room = "9-8-7061";

    public static IReadOnlyList<string> Traces { get; } = [Name, Phone, Street, Room, "慕容", OtherPhone];

    public static ServicePlatform.Kernel.Security.Actor Eraser => Actors.With("/hq/", CrmPermissions.View, CrmPermissions.Privacy);

    /// <summary>Everything that can be known of a household: a request with notes, a finished job with photo and signature, messages, an account, an import.</summary>
    public static async Task<(Household Home, Guid Order)> MakeAsync(OrderScene scene)
    {
        var home = await scene.HouseholdAsync(scene.Aqua, Name, Phone, street: Street);
        var customer = await scene.Site.ReadAsync(db => db.Set<Customer>().Include(row => row.Phones).Include(row => row.Addresses).SingleAsync(row => row.Id == home.Customer));
        await scene.Site.DoAsync(
            new SaveCustomer(
                home.Customer, scene.Aqua, CustomerKind.Person, Name, Gender.Female, [new PhoneInput(Phone), new PhoneInput(OtherPhone, "丈夫")],
                [new AddressInput(customer.Addresses[0].Id, "110105", "望京花园", Street, Room, null)], Note: Name + "怕噪音", Version: customer.Version),
            scene.Agent);
        await scene.Site.DoAsync(new SaveProfile(home.Customer, Name + "家里有老人", "水垢", "软水", 0), scene.Agent);
        var (order, visit) = await scene.BookedAsync(home);
        await scene.ArriveAsync(visit);
        await WorkAsync(scene, visit);
        await scene.Site.DoAsync(new StartReview(order, await scene.VersionAsync(order)), scene.Reviewer);
        await scene.Site.DoAsync(new CloseOrder(order, Name + "的工单合格", await scene.VersionAsync(order)), scene.Reviewer);
        await scene.Site.DeliverAsync();
        await scene.Site.ReadAsync(async db =>
        {
            db.Add(new SiteUser { UserName = "+86" + Phone, NormalizedUserName = "+86" + Phone, PhoneNumber = "+86" + Phone, DisplayName = Name, Kind = ActorKind.Customer });
            db.Add(new SignInCode { Phone = "+86" + Phone, Hash = "x", CreatedAt = scene.Now, ExpiresAt = scene.Now });
            return await db.SaveChangesAsync();
        });
        var admin = Actors.With("/hq/", ServicePlatform.Devices.Contracts.DevicePermissions.Import, CrmPermissions.View, CrmPermissions.Edit);
        await using var table = new MemoryStream(Encoding.UTF8.GetBytes($"姓名,电话,地址\n{Name},{Phone},北京市朝阳区{Street}\n"));
        await scene.Site.DoAsync(new UploadImport(scene.Aqua, "customers.csv", table), admin);
        return (home, order);
    }

    private static async Task WorkAsync(OrderScene scene, Guid visit)
    {
        await scene.Site.DoAsync(new StartWork(visit, scene.Now), scene.FieldA);
        await scene.Site.DoAsync(new CompleteStep(visit, "pressure", scene.Now, 0.6, "加装减压阀," + Name + "同意", null), scene.FieldA);
        foreach (var code in new[] { "shoes", "mount", "card" })
        {
            await scene.Site.DoAsync(new CompleteStep(visit, code, scene.Now, null, null, null), scene.FieldA);
        }

        await scene.Site.DoAsync(new CompleteStep(visit, "flush-1", scene.Now, null, null, 6), scene.FieldA);
        await scene.Site.DoAsync(new CompleteStep(visit, "flush-1-s2", scene.Now, null, null, 6), scene.FieldA);
        await scene.Site.DoAsync(new AddVisitPhoto(visit, "photo", null, scene.Now, Name + ".jpg", OrderScene.Photo(1)), scene.FieldA);
        await scene.Site.DoAsync(new SignVisit(visit, Name, scene.Now, OrderScene.Signature()), scene.FieldA);
        await scene.Site.DoAsync(new FinishVisit(visit, scene.Now, "门禁找保安," + Name, "已安装," + OtherPhone), scene.FieldA);
    }

    public static async Task<IReadOnlyList<string>> FoundAsync(TestSite site) =>
        [.. (await site.TablesAsync()).SelectMany(table => table.Value.Select(row => table.Key + ": " + System.Text.RegularExpressions.Regex.Unescape(row))).Where(row => Traces.Any(trace => row.Contains(trace, StringComparison.Ordinal)))];
}
