using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ServicePlatform.Data.Providers;
using SQLitePCL;

namespace ServicePlatform.Data.Sqlite;

/// <summary>SQLite: one file a site, write-ahead log, each commit on disk before it is acknowledged.</summary>
public sealed class SqliteProvider : IDatabaseProvider
{
    private const int Permission = 3;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int Constraint = 19;
    private const int NotADatabase = 26;
    private const int UniqueConstraint = 2067;
    private const int PrimaryKeyConstraint = 1555;

    public string Name => "Sqlite";

    public void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        options.UseSqlite(connectionString);
        options.AddInterceptors(DurableConnections.Instance);
    }

    public async Task CreateDatabaseAsync(string connectionString, CancellationToken cancellationToken)
    {
        var path = new SqliteConnectionStringBuilder(connectionString).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public void CloseIdleConnections(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    public async Task ClearStaleMigrationLockAsync(DbContext context, CancellationToken cancellationToken)
    {
        // A killed migration leaves its row, and the next start would wait for it for ever.
        var exists = await context.Database.SqlQueryRaw<int>(
            "SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken);
        if (exists > 0)
        {
            await context.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", cancellationToken);
        }
    }

    public WriteGate CreateWriteGate() => new(isNeeded: true);

    public bool IsUniqueViolation(DbException exception) =>
        exception is SqliteException { SqliteErrorCode: Constraint, SqliteExtendedErrorCode: UniqueConstraint or PrimaryKeyConstraint };

    public bool IsUnavailable(DbException exception) =>
        exception is SqliteException { SqliteErrorCode: Permission or NotADatabase or Busy or Locked or ReadOnly or IoError or Corrupt or Full or CannotOpen };

    public bool IsFull(DbException exception) => exception is SqliteException { SqliteErrorCode: Full };

    /// <summary>Each connection that the pool makes is told once to be durable.</summary>
    private sealed class DurableConnections : DbConnectionInterceptor
    {
        private static readonly object Told = new();

        private readonly ConditionalWeakTable<sqlite3, object> _told = [];

        public static DurableConnections Instance { get; } = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private void Set(DbConnection connection)
        {
            if (((SqliteConnection)connection).Handle is not { } handle || _told.TryGetValue(handle, out _))
            {
                return;
            }

            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous=FULL";
            command.ExecuteNonQuery();
            _told.AddOrUpdate(handle, Told);
        }
    }
}
