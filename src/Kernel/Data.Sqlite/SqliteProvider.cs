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

    public DbConnection Connect(string connectionString) =>
        new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);

    /// <remarks>A site's file is made in its own folder; there is nothing to find.</remarks>
    public Task<DatabaseFinding> ProbeAsync(string connectionString, CancellationToken cancellationToken) => Task.FromResult(DatabaseFinding.Free);

    public async Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var transaction = ((SqliteConnection)connection).BeginTransaction(System.Data.IsolationLevel.Serializable, deferred: true);

        // In the write-ahead log the moment is that of the first read.
        await using var first = connection.CreateCommand();
        first.Transaction = transaction;
        first.CommandText = "SELECT COUNT(*) FROM sqlite_master";
        await first.ExecuteScalarAsync(cancellationToken);
        return transaction;
    }

    public Task<IReadOnlyList<string>> TablesAsync(DbConnection connection, CancellationToken cancellationToken) =>
        SqliteLoader.NamesAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", cancellationToken);

    public ITableLoader CreateLoader(DbConnection connection) => new SqliteLoader((SqliteConnection)connection);

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
