using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Addresses;
using ServicePlatform.Crm.Compounds;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Geography;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.Network;

namespace ServicePlatform.IntegrationTests.Crm;

public sealed class CompoundTests(TestPlatform platform)
{
    private const string Recipe = """
        { "steps": [ { "name": "compounds", "compounds": [
          { "code": "wanghe", "name": "望和嘉园", "division": "110105", "street": "广顺北大街", "latitude": 40.0045, "longitude": 116.4715,
            "readings": [ { "source": "Municipal", "daysAgo": 400, "tds": 241, "hardness": 182 }, { "source": "Measured", "daysAgo": 10, "tds": 228 } ] } ] } ] }
        """;

    [Theory, DatabaseData]
    public async Task Water_is_known_by_compound_and_nearby(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        await site.RunRecipeAsync(Recipe);
        await site.RunRecipeAsync(Recipe);
        var inside = await CustomerAsync(site, "望和嘉园", null);
        var near = await CustomerAsync(site, "河畔新村", new GeoPoint(40.0085, 116.4715, Datum.Gcj02));
        var far = await CustomerAsync(site, "远郊花园", new GeoPoint(40.2045, 116.4715, Datum.Gcj02));

        var water = await site.UseAsync<ICompoundReader, IReadOnlyDictionary<Guid, CompoundWater>>(reader => reader.ByAddressAsync([inside, near, far], default));

        (await site.ReadAsync(db => db.Set<CompoundReading>().CountAsync())).ShouldBe(2);
        water.Keys.ShouldBe([inside, near], ignoreOrder: true);
        (water[inside].Tds, water[inside].Hardness, water[inside].DistanceMetres).ShouldBe((228, 182, 0));
        water[near].DistanceMetres.ShouldBeInRange(300, 600);
    }

    [Theory, DatabaseData]
    public async Task The_same_compound_is_made_once(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        await CustomerAsync(site, "望和嘉园", null);
        await CustomerAsync(site, "望和嘉园", null);

        (await site.ReadAsync(db => db.Set<Compound>().CountAsync())).ShouldBe(1);
    }

    [Theory, DatabaseData]
    public async Task A_compound_that_came_with_a_customer_is_found(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        await CustomerAsync(site, "全新测试小区", null);

        var found = await site.AskAsync(new ListCompounds("全新测试", new PageRequest()), Actors.Staff("/hq/"));

        found.Value.Rows.Items.Select(row => row.Name).ShouldBe(["全新测试小区"]);
    }

    [Theory, DatabaseData]
    public async Task Addresses_about_a_compound_are_told_in_batches(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        await site.RunRecipeAsync(Recipe);
        var inside = await CustomerAsync(site, "望和嘉园", null);
        var near = await CustomerAsync(site, "河畔新村", new GeoPoint(40.0085, 116.4715, Datum.Gcj02));
        await CustomerAsync(site, "远郊花园", new GeoPoint(40.2045, 116.4715, Datum.Gcj02));
        await CustomerAsync(site, "无名小区", null);
        var compound = await site.ReadAsync(db => db.Set<Compound>().Where(row => row.Code == "wanghe").Select(row => row.Id).SingleAsync());
        Task<IReadOnlyList<CompoundAddress>> AfterAsync(Guid after, int limit) =>
            site.UseAsync<ICompoundReader, IReadOnlyList<CompoundAddress>>(reader => reader.AddressesAsync(compound, after, limit, default));

        var all = await AfterAsync(Guid.Empty, 100);
        var first = await AfterAsync(Guid.Empty, 1);
        var second = await AfterAsync(first[0].AddressId, 1);

        all.Select(row => row.AddressId).ShouldBe([inside, near], ignoreOrder: true);
        first.Concat(second).ShouldBe(all);
        (await AfterAsync(second[0].AddressId, 1)).ShouldBeEmpty();
    }

    [Theory, DatabaseData]
    public async Task New_rows_have_keys_that_order_by_creation(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        await CustomerAsync(site, "望和嘉园", null);
        await CustomerAsync(site, "河畔新村", null);

        var keys = await site.ReadAsync(db => db.Set<CustomerAddress>().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync());
        keys.Select(key => key.Version).ShouldBe([7, 7]);
        keys.Distinct().Count().ShouldBe(2);
    }

    private static async Task<Guid> CustomerAsync(TestSite site, string compound, GeoPoint? position)
    {
        var customer = await site.DoAsync(new SaveCustomer(
            null, await site.PrincipalAsync("qingquan"), CustomerKind.Person, "张玉林", Gender.Male, [], [new AddressInput(null, "110105026", compound, "广顺北大街6号", "3号楼101", position)]));
        return await site.ReadAsync(db => db.Set<CustomerAddress>().Where(row => row.CustomerId == customer).Select(row => row.Id).SingleAsync());
    }
}
