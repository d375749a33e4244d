using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using ServicePlatform.Data.Providers;

namespace ServicePlatform.Data.SqlServer;

/// <summary>
/// SQL Server 2019 or newer: one database a site. Readers do not wait for writers: a database that is made here has row versions
/// (READ_COMMITTED_SNAPSHOT), as PostgreSQL always has; one that the operator has made should have them too.
/// </summary>
public sealed class SqlServerProvider : IDatabaseProvider
{
    /// <summary>What the generated SQL may use: SQL Server 2019.</summary>
    private const int CompatibilityLevel = 150;

    public string Name => "SqlServer";

    public void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        options.UseSqlServer(connectionString, server => server.UseCompatibilityLevel(CompatibilityLevel));
        options.ReplaceService<IMigrationsSqlGenerator, SiteSqlGenerator>();
    }

    public async Task CreateDatabaseAsync(string connectionString, CancellationToken cancellationToken)
    {
        var target = new SqlConnectionStringBuilder(connectionString) { Pooling = false };
        if (target.InitialCatalog.Length == 0)
        {
            throw new ArgumentException("The connection string names no database.", nameof(connectionString));
        }

        if (await IsThereAsync(target.ConnectionString, cancellationToken))
        {
            return;
        }

        await using var connection = new SqlConnection(new SqlConnectionStringBuilder(target.ConnectionString) { InitialCatalog = "master" }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        var name = "[" + target.InitialCatalog.Replace("]", "]]", StringComparison.Ordinal) + "]";
        try
        {
            await RunAsync(connection, $"CREATE DATABASE {name} COLLATE {SiteSqlGenerator.BinaryCollation}", cancellationToken);
            await RunAsync(connection, $"ALTER DATABASE {name} SET READ_COMMITTED_SNAPSHOT ON", cancellationToken);
        }
        catch (SqlException exception) when (exception.Number == SqlServerFaults.DatabaseExists)
        {
            // Another node has made it in this moment.
        }
    }

    public void CloseIdleConnections(string connectionString)
    {
        using var connection = new SqlConnection(connectionString);
        SqlConnection.ClearPool(connection);
    }

    /// <remarks>EF Core's lock on SQL Server belongs to the connection; the server frees it when a process dies.</remarks>
    public Task ClearStaleMigrationLockAsync(DbContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    public WriteGate CreateWriteGate() => new(isNeeded: false);

    public bool IsUniqueViolation(DbException exception) => exception is SqlException sql && SqlServerFaults.IsUnique(sql);

    public bool IsUnavailable(DbException exception) => exception is SqlException sql && SqlServerFaults.IsOutOfOrder(sql);

    private static async Task<bool> IsThereAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new SqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (SqlException exception) when (exception.Number == SqlServerFaults.NoSuchDatabase)
        {
            return false;
        }
    }

    private static async Task RunAsync(SqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new SqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
