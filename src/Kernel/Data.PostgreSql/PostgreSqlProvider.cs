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

    public bool IsFull(DbException exception) => exception is PostgresException { SqlState: PostgresErrorCodes.DiskFull };
}
