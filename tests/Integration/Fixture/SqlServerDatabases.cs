using Microsoft.Data.SqlClient;

namespace ServicePlatform.IntegrationTests.Fixture;

/// <summary>Databases of this run on the SQL Server that the environment names; dropped at its end.</summary>
internal sealed class SqlServerDatabases : IAsyncDisposable
{
    private readonly List<string> _names = [];

    public string Connection(string id)
    {
        var server = DatabaseDataAttribute.SqlServer
            ?? throw new InvalidOperationException($"No SQL Server is configured: set {DatabaseDataAttribute.SqlServerVariable}.");
        var name = "sp_test_" + id.Replace('-', '_');
        _names.Add(name);
        return new SqlConnectionStringBuilder(server) { InitialCatalog = name, MaxPoolSize = 20 }.ConnectionString;
    }

    /// <summary>Runs a statement on the server itself.</summary>
    public static async Task RunAsync(string sql)
    {
        await using var connection = new SqlConnection(new SqlConnectionStringBuilder(DatabaseDataAttribute.SqlServer) { InitialCatalog = "master" }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new SqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        SqlConnection.ClearAllPools();
        foreach (var name in _names)
        {
            await RunAsync($"IF DB_ID('{name}') IS NOT NULL BEGIN ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}] END");
        }
    }
}
