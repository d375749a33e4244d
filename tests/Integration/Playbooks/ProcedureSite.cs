using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Definitions;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.Network;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Layers;

namespace ServicePlatform.IntegrationTests.Playbooks;

/// <summary>The sample network with an installation procedure of both brands, to which one dealer adds a step.</summary>
internal sealed class ProcedureSite(TestSite site)
{
    public const string Dealer = "/hq/north/d1/";
    public const string OtherDealer = "/hq/north/d2/";

    public TestSite Site => site;

    public static async Task<ProcedureSite> CreateAsync(TestPlatform platform, string database)
    {
        var made = new ProcedureSite(await SampleNetwork.CreateAsync(platform, database));
        await made.Site.RunRecipeAsync("""
            { "steps": [ { "name": "categories", "categories": [ { "code": "water-purifier", "name": "净水器" } ] },
              { "name": "models", "models": [ { "principal": "qingquan", "code": "R400", "name": "R400", "category": "water-purifier", "pressureMinimum": 0.15, "pressureMaximum": 0.6,
                "filters": [ { "partCode": "PP", "name": "PP棉", "kind": "Sediment", "lifeDays": 180, "flushMinutes": 8 } ] } ] } ] }
            """);
        await made.InstallAsync();
        return made;
    }

    public Task InstallAsync(int version = 1, string title = "测量入户水压") => site.RunRecipeAsync($$"""
        { "steps": [ { "name": "procedures",
          "procedures": [ { "code": "install", "layer": "brand", "category": "water-purifier", "jobTypes": ["install"], "version": {{version}}, "title": { "zh": "安装", "en": "Installation" },
            "steps": [
              { "code": "pressure", "section": "Workplace", "kind": "Reading", "isMandatory": true, "reading": "InletPressure", "unit": "MPa", "minimum": 0.1, "maximum": 0.4,
                "title": { "zh": "{{title}}", "en": "Measure the inlet pressure" } },
              { "code": "flush-1", "section": "Commissioning", "kind": "Flush", "isMandatory": true, "flushPosition": 1, "minimumMinutes": 3, "title": { "zh": "冲洗第一级", "en": "Flush stage 1" } },
              { "code": "flush-2", "section": "Commissioning", "kind": "Flush", "isMandatory": true, "flushPosition": 2, "minimumMinutes": 3, "title": { "zh": "冲洗第二级", "en": "Flush stage 2" } },
              { "code": "sign", "section": "Finishing", "kind": "Signature", "isMandatory": true, "title": { "zh": "签字", "en": "Sign" } } ] } ],
          "dealerLayers": [ { "dealer": "d1", "procedure": "install", "steps": [
            { "code": "d1-tag", "after": "flush-2", "section": "Finishing", "kind": "Tick", "isMandatory": true, "title": { "zh": "挂牌", "en": "Hang the tag" } } ] } ] } ] }
        """);

    public async Task<ResolvedProcedure?> ResolveAsync(string path, string brand = "qingquan", Guid? modelId = null, string culture = "zh-Hans", string category = "water-purifier")
    {
        var question = new ProcedureQuestion(await site.PrincipalAsync(brand), path, category, modelId, "install", site.Platform.Clock.GetUtcNow().UtcDateTime);
        return await site.UseAsync<IProcedureReader, ResolvedProcedure?>(async reader =>
        {
            CultureInfo.CurrentUICulture = new CultureInfo(culture);
            return await reader.ResolveAsync(question, TestContext.Current.CancellationToken);
        });
    }

    public async Task<string> CodesAsync(string path, string brand = "qingquan") =>
        string.Join(' ', (await ResolveAsync(path, brand))!.Steps.Select(step => step.Code));

    public Task<ProcedureLayer> LayerAsync(DefinitionLayer layer, Guid? principalId = null) => site.ReadAsync(db =>
        db.Set<ProcedureLayer>().AsNoTracking().SingleAsync(row => row.Layer == layer && (principalId == null || row.PrincipalId == principalId)));

    public Task<ProcedureVersion> VersionAsync(Guid layerId, int number) => site.ReadAsync(db =>
        db.Set<ProcedureVersion>().AsNoTracking().Include(row => row.Steps).SingleAsync(row => row.LayerId == layerId && row.Number == number));

    /// <summary>A dealer who may only write at his own additions.</summary>
    public static Actor DealerAt(string path) => Actors.With(path, PlaybookPermissions.View, PlaybookPermissions.EditOwn);
}
