using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Archives.Values;
using ServicePlatform.Data.Migrations;
using ServicePlatform.Data.Providers;

namespace ServicePlatform.Archives.Work;

/// <summary>What a table must hold when it was filled.</summary>
internal sealed record ExpectedTable(LoadedTable Table, long Rows, string RowsHash);

/// <summary>
/// A database that is filled and then given to a site. Until it is complete a table marks it as unfinished: nobody takes it for a site's,
/// and whoever fills it again begins anew.
/// </summary>
internal sealed class NewDatabase(SiteDatabases databases, IDatabaseProvider provider, string connectionString, string lockFile) : IAsyncDisposable
{
    /// <summary>The table that marks a database as unfinished.</summary>
    private const string Mark = DatabaseFindings.UnfinishedTable;

    private readonly DbConnection _connection = provider.Connect(connectionString);
    private ITableLoader? _loader;

    /// <summary>Makes the tables as these migrations say.</summary>
    /// <exception cref="ArchiveException">The database is not free.</exception>
    public async Task PrepareAsync(IReadOnlySet<string> migrations, IReadOnlyList<LoadedTable> tables, CancellationToken cancellationToken)
    {
        await provider.CreateDatabaseAsync(connectionString, cancellationToken);
        await _connection.OpenAsync(cancellationToken);
        var found = await provider.TablesAsync(_connection, cancellationToken);
        if (!found.Contains(Mark, StringComparer.Ordinal))
        {
            if (found.Count > 0)
            {
                throw new ArchiveException("database-not-empty");
            }

            await RunAsync($"CREATE TABLE \"{Mark}\" (\"Since\" varchar(40) NOT NULL)", cancellationToken);
        }

        await using (var context = databases.Open(provider, connectionString, migrations))
        {
            await SiteMigrator.MigrateAsync(context, provider, connectionString, lockFile, cancellationToken);
        }

        provider.CloseIdleConnections(connectionString);
        await CheckAsync(tables, cancellationToken);
        _loader = provider.CreateLoader(_connection);
        await _loader.BeginAsync(tables, cancellationToken);
    }

    public Task<IRowWriter> OpenAsync(LoadedTable table, CancellationToken cancellationToken) => _loader!.OpenAsync(table, cancellationToken);

    /// <summary>Reads everything back and compares it; then brings the schema to this build's. It stays marked until <see cref="ReleaseAsync"/>.</summary>
    /// <exception cref="ArchiveException">A table holds something else than it should.</exception>
    public async Task CompleteAsync(IReadOnlyList<ExpectedTable> expected, CancellationToken cancellationToken)
    {
        await _loader!.CompleteAsync(cancellationToken);
        foreach (var (table, rows, rowsHash) in expected)
        {
            var found = await HashAsync(_connection, null, table, cancellationToken);
            if (found.Rows != rows || found.ToString() != rowsHash)
            {
                throw new ArchiveException("archive-differs", table.Name, found.Rows, rows);
            }
        }

        await using (var context = databases.Open(provider, connectionString))
        {
            await SiteMigrator.MigrateAsync(context, provider, connectionString, lockFile, cancellationToken);
        }

        provider.CloseIdleConnections(connectionString);
    }

    /// <summary>Takes the mark away from a database that is complete; one without it is left alone.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        await _connection.CloseAsync();
        await _connection.OpenAsync(cancellationToken);
        if ((await provider.TablesAsync(_connection, cancellationToken)).Contains(Mark, StringComparer.Ordinal))
        {
            await RunAsync($"DROP TABLE \"{Mark}\"", cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_loader is not null)
        {
            await _loader.DisposeAsync();
        }

        await _connection.DisposeAsync();
    }

    internal static async Task<RowsHash> HashAsync(DbConnection connection, DbTransaction? transaction, LoadedTable table, CancellationToken cancellationToken)
    {
        var hash = new RowsHash();
        using var text = new RowText(table);
        await using var rows = await TableRows.OpenAsync(connection, transaction, table, cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            hash.Add(text.Write(rows.Values).Span);
        }

        return hash;
    }

    /// <summary>The tables that the migrations have made and those that are to be filled are the same, with the same columns.</summary>
    private async Task CheckAsync(IReadOnlyList<LoadedTable> tables, CancellationToken cancellationToken)
    {
        var made = (await provider.TablesAsync(_connection, cancellationToken)).Where(name => name != Mark && !name.StartsWith("__EF", StringComparison.Ordinal));
        if (!made.ToHashSet(StringComparer.Ordinal).SetEquals(tables.Select(table => table.Name)))
        {
            throw new ArchiveException("archive-schema");
        }

        foreach (var table in tables)
        {
            await using var command = _connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table.Name}\" WHERE 1 = 0";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            if (!Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToHashSet(StringComparer.Ordinal).SetEquals(table.Columns.Select(column => column.Name)))
            {
                throw new ArchiveException("archive-schema");
            }
        }
    }

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
