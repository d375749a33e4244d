using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Security;

namespace ServicePlatform.Benchmarks.Faults;

/// <summary>A data folder with one site and one person who may write notes, made by the host in process.</summary>
internal static class WriterSite
{
    public const string Id = "bench";
    public const string UserName = "agent";
    public const string Password = "correct-horse-7";

    /// <param name="folder">Empty or not there yet.</param>
    /// <param name="database">Sqlite or PostgreSql.</param>
    /// <param name="connection">Of the database; empty for a SQLite file in the folder.</param>
    public static async Task MakeAsync(string folder, string database, string connection)
    {
        await using var host = await BenchmarkHost.StartAsync(database, folder: folder, connection: connection);
        await using var scope = host.Scopes.Open(Id);
        var account = new StaffAccount(UserName, "林晓", null, "/hq/", null, [StandardRoles.Agent]);
        var saved = await scope.ServiceProvider.GetRequiredService<ISiteAccounts>().SaveStaffAsync(account, Password, default);
        if (!saved.Succeeded)
        {
            throw new InvalidOperationException(saved.Failure.ToString());
        }
    }

    public static string FileIn(string folder) => Path.Combine(folder, "sites", Id, "site.db");
}
