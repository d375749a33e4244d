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
            await RunAsync(connection, $"ALTER DATABASE {name} SET ALLOW_SNAPSHOT_ISOLATION ON", cancellationToken);
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

    public DbConnection Connect(string connectionString) =>
        new SqlConnection(new SqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);

    public async Task<DatabaseFinding> ProbeAsync(string connectionString, CancellationToken cancellationToken)
    {
        SqlConnectionStringBuilder target;
        try
        {
            target = new SqlConnectionStringBuilder(connectionString) { Pooling = false, ConnectTimeout = 8, CommandTimeout = 8, ConnectRetryCount = 0 };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            return DatabaseFinding.Unreadable;
        }

        if (target.DataSource.Length == 0 || target.InitialCatalog.Length == 0)
        {
            return DatabaseFinding.Unreadable;
        }

        try
        {
            if (!await IsThereAsync(target.ConnectionString, cancellationToken))
            {
                return await MayCreateAsync(target, cancellationToken) ? DatabaseFinding.Free : DatabaseFinding.Missing;
            }

            await using var connection = new SqlConnection(target.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            return await DatabaseFindings.OfTablesAsync(this, connection, cancellationToken) ?? DatabaseFinding.Free;
        }
        catch (SqlException exception)
        {
            return exception.Number is SqlServerFaults.SignInFailed or SqlServerFaults.NoSuchDatabase ? DatabaseFinding.Refused : DatabaseFinding.Unreachable;
        }
        catch (Exception exception) when (exception is OperationCanceledException or InvalidOperationException or ArgumentException)
        {
            return DatabaseFinding.Unreachable;
        }
    }

    private static async Task<bool> MayCreateAsync(SqlConnectionStringBuilder target, CancellationToken cancellationToken)
    {
        await using var connection = new SqlConnection(new SqlConnectionStringBuilder(target.ConnectionString) { InitialCatalog = "master" }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var ask = new SqlCommand("SELECT HAS_PERMS_BY_NAME(NULL, NULL, 'CREATE ANY DATABASE')", connection);
        return await ask.ExecuteScalarAsync(cancellationToken) is 1;
    }

    public async Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await connection.BeginTransactionAsync(System.Data.IsolationLevel.Snapshot, cancellationToken);

    public Task<IReadOnlyList<string>> TablesAsync(DbConnection connection, CancellationToken cancellationToken) =>
        SqlServerLoader.NamesAsync((SqlConnection)connection, "SELECT name FROM sys.tables", cancellationToken);

    public ITableLoader CreateLoader(DbConnection connection) => new SqlServerLoader((SqlConnection)connection);

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
