using Microsoft.EntityFrameworkCore;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Principals;

namespace ServicePlatform.IntegrationTests.Network;

/// <summary>A small service company: head office, a region, two dealers with one outlet each, two principals.</summary>
internal static class SampleNetwork
{
    public const string Recipe = """
        { "steps": [
          { "name": "principals", "principals": [
            { "code": "qingquan", "name": "清泉", "hotline": "400-000-1101" },
            { "code": "lanjing", "name": "蓝鲸" } ] },
          { "name": "organisations", "organisations": [
            { "code": "hq", "name": "净安服务总部", "kind": "HeadOffice", "principals": ["qingquan", "lanjing"], "children": [
              { "code": "north", "name": "华北大区", "kind": "Region", "principals": ["qingquan", "lanjing"], "children": [
                { "code": "d1", "name": "京水经销商", "kind": "OperationCentre", "ownership": "Dealer", "division": "131082", "principals": ["qingquan"],
                  "areas": [ { "principal": "qingquan", "categories": ["water-purifier"], "divisions": ["1310"] } ],
                  "portal": { "slug": "jingshui", "name": "京水服务", "accent": "#0f6b5c", "hotline": "400-000-2001" },
                  "children": [
                    { "code": "d1-a", "name": "三河网点", "kind": "Outlet", "ownership": "Dealer", "phone": "0316-3111234", "principals": ["qingquan"],
                      "areas": [ { "principal": "qingquan", "categories": ["water-purifier"], "divisions": ["131082"], "primary": true } ] } ] },
                { "code": "d2", "name": "燕赵经销商", "kind": "OperationCentre", "ownership": "Dealer", "principals": ["lanjing"], "children": [
                    { "code": "d2-a", "name": "固安网点", "kind": "Outlet", "ownership": "Dealer", "principals": ["lanjing"] } ] } ] } ] } ] },
          { "name": "technicians", "technicians": [
            { "code": "T001", "name": "刘师傅", "phone": "13800000001", "organisation": "d1-a", "skills": ["water-purifier.install"],
              "account": { "userName": "liu", "password": "Water-purifier-1" } },
            { "code": "T002", "name": "赵师傅", "phone": "13800000002", "organisation": "d2-a" } ] },
          { "name": "accounts", "accounts": [
            { "userName": "dealer1", "displayName": "京水店长", "roles": ["dealer"], "organisation": "d1", "principals": ["qingquan"], "password": "Water-purifier-1" } ] }
        ] }
        """;

    public static async Task<TestSite> CreateAsync(TestPlatform platform, string database)
    {
        var site = await platform.CreateSiteAsync(database);
        await site.RunRecipeAsync(Recipe);
        return site;
    }

    public static Task<Organisation> OrganisationAsync(this TestSite site, string code) =>
        site.ReadAsync(db => db.Set<Organisation>().AsNoTracking().SingleAsync(row => row.Code == code));

    public static Task<Guid> PrincipalAsync(this TestSite site, string code) =>
        site.ReadAsync(db => db.Set<Principal>().Where(row => row.Code == code).Select(row => row.Id).SingleAsync());
}
