using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Audit;
using ServicePlatform.Data.Host;
using ServicePlatform.IntegrationTests.Fixture;

namespace ServicePlatform.IntegrationTests.Operator;

/// <summary>What an older build has archived is filled in as it was, and then migrated.</summary>
[Trait("goal", "G14")]
public sealed class OlderArchiveTests(TestPlatform platform)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task An_archive_of_an_older_schema_is_brought_to_this_builds(string database)
    {
        var scene = await ArchiveScene.MakeAsync(platform, "Sqlite");
        await scene.StopAsync();
        var before = await scene.TablesAsync(scene.Site.Id);
        var path = await scene.WriteAsync();
        await File.WriteAllBytesAsync(path, await OlderAsync(path), Stop);

        var restored = await scene.RestoreAsync(path, database);
        File.Delete(path);

        var after = await scene.TablesAsync(restored.Id);
        after.Keys.Order().ShouldBe(before.Keys.Order());
        foreach (var (table, rows) in after)
        {
            rows.ShouldBe(IsYounger(table) ? "" : before[table], table);
        }

        (await scene.DirectoryAsync(directory => directory.SwitchAsync(restored.Id, SiteState.Running, Stop))).Succeeded.ShouldBeTrue();
        scene.Registry.Find(restored.Id)!.Fault.ShouldBeNull();
        await Should.ThrowAsync<Exception>(() => restored.ReadAsync(db => db.Set<AuditRow>().ExecuteDeleteAsync(Stop)), "the guard of the audit log is one of the migrations that were missing");
    }

    /// <summary>As a build writes it that has neither custom fields nor the guard of the audit log.</summary>
    private static Task<byte[]> OlderAsync(string path) => BadArchiveTests.RemadeAsync(
        path,
        manifest =>
        {
            Remove(manifest["migrations"]!.AsArray(), id => ((string)id!).EndsWith("_CustomFields", StringComparison.Ordinal) || ((string)id!).EndsWith("_KernelAuditGuard", StringComparison.Ordinal)).ShouldBe(2);
            Remove(manifest["tables"]!.AsArray(), table => IsYounger((string)table!["name"]!)).ShouldBeGreaterThan(1);
        },
        zip =>
        {
            foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("tables/CustomFields_", StringComparison.Ordinal)).ToList())
            {
                entry.Delete();
            }
        });

    private static bool IsYounger(string table) => table.StartsWith("CustomFields_", StringComparison.Ordinal);

    private static int Remove(JsonArray array, Func<JsonNode?, bool> isMeant)
    {
        var meant = array.Where(isMeant).ToList();
        meant.ForEach(node => array.Remove(node));
        return meant.Count;
    }
}
