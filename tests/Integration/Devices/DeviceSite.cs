using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data.Sites;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Devices.Machines;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.IntegrationTests.Devices;

/// <summary>A site with two principals, two dealers and a catalogue.</summary>
internal sealed class DeviceSite(TestSite site)
{
    public const string Dealer = "/hq/dealer-a/";
    public const string OtherDealer = "/hq/dealer-b/";

    private const string Recipe = """
        { "steps": [
          { "name": "principals", "principals": [ { "code": "p1", "name": "清泉" }, { "code": "p2", "name": "润家" } ] },
          { "name": "categories", "categories": [ { "code": "water-purifier", "name": "净水器", "englishName": "Water purifier" } ] },
          { "name": "models", "models": [
            { "principal": "p1", "code": "r400", "name": "R400", "category": "water-purifier", "yieldPercent": 50, "filters": [
              { "partCode": "PP10", "name": "PP棉", "kind": "Sediment", "lifeDays": 180, "lifeLitres": 3600, "countsFeedWater": true },
              { "partCode": "RO400", "name": "反渗透膜", "kind": "ReverseOsmosis", "lifeDays": 730, "lifeLitres": 3000 } ] },
            { "principal": "p1", "code": "S300", "name": "S300", "category": "water-purifier", "yieldPercent": 50, "filters": [
              { "partCode": "UF300", "name": "超滤膜", "kind": "Ultrafiltration", "lifeDays": 540 } ] },
            { "principal": "p2", "code": "X1", "name": "X1", "category": "water-purifier" } ] } ] }
        """;

    public TestSite Site => site;

    public static async Task<DeviceSite> CreateAsync(TestPlatform platform, string database)
    {
        var made = new DeviceSite(await platform.CreateSiteAsync(database));
        await made.Site.RunRecipeAsync(Recipe);
        return made;
    }

    public Task RunAgainAsync() => site.RunRecipeAsync(Recipe);

    public async Task<Guid> PrincipalAsync(string code) =>
        (await site.UseAsync<IPrincipalReader, IReadOnlyList<PrincipalSummary>>(reader => reader.ListAsync(default))).Single(principal => principal.Code == code).Id;

    public async Task<Guid> CustomerAsync(string name = "张伟", string phone = "13800001234", string principal = "p1") =>
        await site.DoAsync(new SaveCustomer(null, await PrincipalAsync(principal), CustomerKind.Person, name, Gender.Male, [new PhoneInput(phone)], []));

    public async Task<RegisterMachine> NewMachineAsync(string? serial = null, string principal = "p1", DateOnly? installedOn = null, Guid? customerId = null, string? seller = null) => new(
        await PrincipalAsync(principal),
        customerId ?? await CustomerAsync(principal: principal),
        null,
        principal == "p1" ? "R400" : "X1",
        null,
        serial,
        new DateOnly(2025, 11, 1),
        installedOn,
        seller);

    public Task<Machine> MachineAsync(Guid id, Actor? actor = null) => site.ReadAsync(db => db.Set<Machine>().SingleAsync(machine => machine.Id == id), actor);

    public Task<List<InstalledFilter>> ChainAsync(Guid machineId, int position) => site.ReadAsync(db => Filters(db, machineId, position));

    private static Task<List<InstalledFilter>> Filters(SiteDbContext db, Guid machineId, int position) =>
        db.Set<InstalledFilter>().Where(filter => filter.MachineId == machineId && filter.Position == position).OrderBy(filter => filter.InstalledAt).ToListAsync();
}
