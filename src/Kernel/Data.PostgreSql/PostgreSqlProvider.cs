using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using ServicePlatform.Data.Providers;

namespace ServicePlatform.Data.PostgreSql;

/// <summary>PostgreSQL 15 or newer: one database a site.</summary>
public sealed class PostgreSqlProvider : IDatabaseProvider
{
    // Classes of SQLSTATE: sign-in refused, no such database, not accepting connections, out of resources, shut down, system, internal.
    private static readonly HashSet<string> OutOfOrder = new(StringComparer.Ordinal) { "28", "3D", "55", "53", "57", "58", "XX" };

    public string Name => "PostgreSql";

    public void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        options.UseNpgsql(connectionString);
        options.ReplaceService<IMigrationsSqlGenerator, BinaryCollationSqlGenerator>();
    }

    public async Task CreateDatabaseAsync(string connectionString, CancellationToken cancellationToken)
    {
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        var name = target.Database ?? throw new ArgumentException("The connection string names no database.", nameof(connectionString));
        var maintenance = new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(maintenance.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var find = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = name } } };
        if (await find.ExecuteScalarAsync(cancellationToken) is null)
        {
            var quoted = "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
            await using var create = new NpgsqlCommand($"CREATE DATABASE {quoted} TEMPLATE template0 ENCODING 'UTF8'", connection);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public void CloseIdleConnections(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    public Task ClearStaleMigrationLockAsync(DbContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    public WriteGate CreateWriteGate() => new(isNeeded: false);

    public bool IsUniqueViolation(DbException exception) => exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public bool IsUnavailable(DbException exception) =>
        exception is NpgsqlException and not PostgresException
        || exception is PostgresException { IsTransient: true }
        || exception is PostgresException { SqlState: [var first, var second, ..] } && OutOfOrder.Contains($"{first}{second}");

    public DbConnection Connect(string connectionString) =>
        new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);

    public async Task<DatabaseFinding> ProbeAsync(string connectionString, CancellationToken cancellationToken)
    {
        NpgsqlConnectionStringBuilder target;
        try
        {
            target = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = 8, CommandTimeout = 8 };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            return DatabaseFinding.Unreadable;
        }

        if (string.IsNullOrEmpty(target.Host) || string.IsNullOrEmpty(target.Database))
        {
            return DatabaseFinding.Unreadable;
        }

        try
        {
            await using var connection = new NpgsqlConnection(target.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            return await DatabaseFindings.OfTablesAsync(this, connection, cancellationToken) ?? DatabaseFinding.Free;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return await MayCreateAsync(target, cancellationToken) ? DatabaseFinding.Free : DatabaseFinding.Missing;
        }
        catch (PostgresException exception)
        {
            return exception.SqlState.StartsWith("28", StringComparison.Ordinal) || exception.SqlState == PostgresErrorCodes.InsufficientPrivilege ? DatabaseFinding.Refused : DatabaseFinding.Unreachable;
        }
        catch (Exception exception) when (exception is NpgsqlException { InnerException: System.Security.Authentication.AuthenticationException } || exception.Message.StartsWith("No password", StringComparison.Ordinal))
        {
            return DatabaseFinding.Refused;
        }
        catch (Exception exception) when (exception is NpgsqlException or System.Net.Sockets.SocketException or TimeoutException or OperationCanceledException or ArgumentException or InvalidOperationException)
        {
            return DatabaseFinding.Unreachable;
        }
    }

    private static async Task<bool> MayCreateAsync(NpgsqlConnectionStringBuilder target, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(target.ConnectionString) { Database = "postgres" }.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            await using var ask = new NpgsqlCommand("SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user", connection);
            return await ask.ExecuteScalarAsync(cancellationToken) is true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    public async Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        await using var first = new NpgsqlCommand("SET TRANSACTION READ ONLY; SELECT 1", (NpgsqlConnection)connection, (NpgsqlTransaction)transaction);
        await first.ExecuteScalarAsync(cancellationToken);
        return transaction;
    }

    public Task<IReadOnlyList<string>> TablesAsync(DbConnection connection, CancellationToken cancellationToken) =>
        PostgreSqlLoader.NamesAsync((NpgsqlConnection)connection, "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()", cancellationToken);

    public ITableLoader CreateLoader(DbConnection connection) => new PostgreSqlLoader((NpgsqlConnection)connection);

    public bool IsFull(DbException exception) => exception is PostgresException { SqlState: PostgresErrorCodes.DiskFull };
}
