using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.Data.Sites;
using ServicePlatform.Devices.Imports;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Kernel.Recipes;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Benchmarks;

/// <summary>A table of customers with a machine each: how long checking and writing take; a second run must change nothing.</summary>
internal static class ImportBenchmark
{
    private const int LeastRowsPerSecond = 1000;

    private const string Recipe = """
        { "steps": [
          { "name": "principals", "principals": [ { "code": "p1", "name": "清泉" } ] },
          { "name": "categories", "categories": [ { "code": "water-purifier", "name": "净水器", "englishName": "Water purifier" } ] },
          { "name": "models", "models": [
            { "principal": "p1", "code": "r400", "name": "R400", "category": "water-purifier", "yieldPercent": 50, "filters": [
              { "partCode": "PP10", "name": "PP棉", "kind": "Sediment", "lifeDays": 180, "lifeLitres": 3600, "countsFeedWater": true },
              { "partCode": "RO400", "name": "反渗透膜", "kind": "ReverseOsmosis", "lifeDays": 730, "lifeLitres": 3000 } ] } ] } ] }
        """;

    public static async Task<int> RunAsync(string database, int rows)
    {
        await using var host = await BenchmarkHost.StartAsync(database);
        await host.Services.GetRequiredService<RecipeRunner>().RunTextAsync("bench", Recipe, default);
        var table = Encoding.UTF8.GetBytes(Table(rows));
        var first = await ImportAsync(host, table);
        var second = await ImportAsync(host, table);
        await using var scope = host.Scopes.Open("bench");
        var machines = await scope.ServiceProvider.GetRequiredService<SiteDbContext>().Set<Machine>().CountAsync();
        var rate = rows / first.Write.TotalSeconds;
        Console.WriteLine($"import {database}: {rows} rows ({table.Length / 1024} KiB); upload and check {first.Check.TotalSeconds:0.0} s, import {first.Write.TotalSeconds:0.0} s "
            + $"({rate:0} rows/s; a row {first.Processor.TotalMilliseconds / rows:0.00} ms of processor time, {first.Allocated} KiB allocated); again {second.Check.TotalSeconds + second.Write.TotalSeconds:0.0} s; {machines} machines");
        return machines == rows && rate >= LeastRowsPerSecond ? 0 : 1;
    }

    private static async Task<Times> ImportAsync(BenchmarkHost host, byte[] table)
    {
        var watch = Stopwatch.StartNew();
        var id = await UploadAsync(host, table);
        await using var scope = host.Scopes.Open("bench");
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();
        var shown = (await sender.AskAsync(new GetImport(id))).Value;
        var (check, allocated, processor) = (watch.Elapsed, GC.GetTotalAllocatedBytes(), Environment.CpuUsage.TotalTime);
        var started = await sender.SendAsync(new RunImport(id, false, shown.Import.Version));
        if (!started.Succeeded)
        {
            throw new InvalidOperationException(started.Failure.ToString());
        }

        WatchedImport seen;
        do
        {
            await Task.Delay(50);
            seen = (await sender.AskAsync(new WatchImport(id))).Value;
        }
        while (seen.State == ImportState.Running);
        return seen.State == ImportState.Done
            ? new Times(check, watch.Elapsed - check, Environment.CpuUsage.TotalTime - processor, (GC.GetTotalAllocatedBytes() - allocated) / 1024 / Math.Max(1, shown.Import.Rows))
            : throw new InvalidOperationException(seen.Task?.Error);
    }

    private static async Task<Guid> UploadAsync(BenchmarkHost host, byte[] table)
    {
        await using var scope = host.Scopes.Open("bench");
        var principals = await scope.ServiceProvider.GetRequiredService<IPrincipalReader>().ListAsync(default);
        using var content = new MemoryStream(table);
        var uploaded = await scope.ServiceProvider.GetRequiredService<ISender>().SendAsync(new UploadImport(principals[0].Id, "table.csv", content));
        return uploaded.Succeeded ? uploaded.Value : throw new InvalidOperationException(uploaded.Failure.ToString());
    }

    private static string Table(int rows)
    {
        var text = new StringBuilder("客户编号,姓名,手机,地址,小区,门牌号,机身号,型号,安装日期\n");
        for (var row = 0; row < rows; row++)
        {
            text.Append(null, $"K{row},{"王李张刘陈"[row % 5]}{"伟芳娜敏静强"[row % 6]},138{row:00000000},河北省廊坊市三河市燕郊镇学院大街{1 + (row % 300)}号,")
                .Append(null, $"燕京航城{row % 200}期,{1 + (row % 30)}号楼{row % 2000},QQR400-{row:000000},R400,2025-{1 + (row % 12):00}-{1 + (row % 28):00}\n");
        }

        return text.ToString();
    }

    /// <param name="Allocated">KiB a row.</param>
    private sealed record Times(TimeSpan Check, TimeSpan Write, TimeSpan Processor, long Allocated);
}
