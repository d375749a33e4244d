using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace ServicePlatform.Data.Providers;

/// <summary>A database engine that sites may live in.</summary>
public interface IDatabaseProvider
{
    /// <summary>Name in settings: <c>Sqlite</c>, <c>PostgreSql</c>, <c>SqlServer</c>.</summary>
    string Name { get; }

    void Configure(DbContextOptionsBuilder options, string connectionString);

    /// <summary>Makes the empty database if it is not there. Binary collation where the engine lets us choose.</summary>
    Task CreateDatabaseAsync(string connectionString, CancellationToken cancellationToken);

    /// <summary>Closes the idle connections to a database, so that what they hold can be taken away or opened anew.</summary>
    void CloseIdleConnections(string connectionString);

    /// <summary>Clears what a killed migration may have left behind. The caller holds the site's migration lock.</summary>
    Task ClearStaleMigrationLockAsync(DbContext context, CancellationToken cancellationToken);

    /// <summary>A gate that writers of one database pass one at a time, or one that lets everybody through.</summary>
    WriteGate CreateWriteGate();

    bool IsUniqueViolation(DbException exception);

    /// <summary>The database is out of reach or out of order, rather than the statement being wrong.</summary>
    bool IsUnavailable(DbException exception);

    /// <summary>The disk or the quota of the database is full.</summary>
    bool IsFull(DbException exception) => false;

    /// <summary>A closed connection of the caller's own, without a pool.</summary>
    DbConnection Connect(string connectionString);

    /// <summary>Looks whether a site could be put there, without leaving anything behind. Gives up when it is told to.</summary>
    Task<DatabaseFinding> ProbeAsync(string connectionString, CancellationToken cancellationToken);

    /// <summary>Begins a transaction that reads everything as it is at one moment, while others write.</summary>
    Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Names of the tables of the database; one that is empty of tables may be given to a site.</summary>
    Task<IReadOnlyList<string>> TablesAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Fills the tables of a database that nobody else uses.</summary>
    ITableLoader CreateLoader(DbConnection connection);
}
