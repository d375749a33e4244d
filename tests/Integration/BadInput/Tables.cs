using System.Text;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Sites;
using ServicePlatform.IntegrationTests.Fixture;

namespace ServicePlatform.IntegrationTests.BadInput;

/// <summary>How many rows each table of a site has. A command that took effect adds a row to the audit, so counts show it.</summary>
internal static class Tables
{
    /// <summary>Written whatever becomes of a request: sessions and counters of attempts, blocks of numbers, deliveries of earlier events, runs of jobs.</summary>
    private static readonly string[] Apart = ["Kernel_Sessions", "Kernel_NumberCounters", "Kernel_OutboxDeliveries", "Kernel_JobRuns", "__EFMigrationsHistory"];

    /// <summary>Counts when what follows from earlier writes (messages) has been done, which belongs to those.</summary>
    public static async Task<string> CountAsync(TestSite site)
    {
        await site.DeliverAsync();
        return await site.ReadAsync(CountAsync);
    }

    private static async Task<string> CountAsync(SiteDbContext db)
    {
        var tables = db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal).Except(Apart, StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var sql = new StringBuilder();
        foreach (var table in tables)
        {
            sql.Append(sql.Length == 0 ? "" : " UNION ALL ").Append("SELECT CONCAT('").Append(table).Append(": ', COUNT(*)) AS \"Value\" FROM \"").Append(table).Append('"');
        }

        return string.Join('\n', await db.Database.SqlQueryRaw<string>(sql.ToString()).ToListAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The lines that differ.</summary>
    public static string Difference(string before, string after) =>
        string.Join(", ", after.Split('\n').Except(before.Split('\n'), StringComparer.Ordinal));
}
