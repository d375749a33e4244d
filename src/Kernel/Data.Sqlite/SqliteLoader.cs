using System.Data.Common;
using Microsoft.Data.Sqlite;
using ServicePlatform.Data.Providers;

namespace ServicePlatform.Data.Sqlite;

/// <summary>
/// Prepared inserts, a transaction a table. Until the end the file is not made durable and has neither indexes nor checked keys: a
/// file that did not come to its end is thrown away.
/// </summary>
internal sealed class SqliteLoader(SqliteConnection connection) : ITableLoader
{
    private IReadOnlyList<string> _indexes = [];

    public async Task BeginAsync(IReadOnlyList<LoadedTable> tables, CancellationToken cancellationToken)
    {
        await RunAsync("PRAGMA foreign_keys=OFF", cancellationToken);
        await RunAsync("PRAGMA synchronous=OFF", cancellationToken);
        await RunAsync("PRAGMA cache_size=-32768", cancellationToken);
        await EmptyAsync(tables, cancellationToken);
        _indexes = await NamesAsync(connection, "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL", cancellationToken);
        foreach (var name in await NamesAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL", cancellationToken))
        {
            await RunAsync($"DROP INDEX {Quote(name)}", cancellationToken);
        }
    }

    /// <summary>What an earlier try has filled goes too, also the rows of the audit log, which refuses that to everybody else.</summary>
    private async Task EmptyAsync(IReadOnlyList<LoadedTable> tables, CancellationToken cancellationToken)
    {
        await using var transaction = connection.BeginTransaction();
        var triggers = await NamesAsync(connection, "SELECT sql FROM sqlite_master WHERE type = 'trigger'", cancellationToken);
        foreach (var name in await NamesAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'trigger'", cancellationToken))
        {
            await RunAsync($"DROP TRIGGER {Quote(name)}", cancellationToken);
        }

        foreach (var table in tables)
        {
            await RunAsync($"DELETE FROM {Quote(table.Name)}", cancellationToken);
        }

        foreach (var trigger in triggers)
        {
            await RunAsync(trigger, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public Task<IRowWriter> OpenAsync(LoadedTable table, CancellationToken cancellationToken) => Task.FromResult<IRowWriter>(new Rows(connection, table));

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        foreach (var index in _indexes)
        {
            await RunAsync(index, cancellationToken);
        }

        if (await NamesAsync(connection, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1", cancellationToken) is [var wrong])
        {
            throw new InvalidDataException($"A row of {wrong} refers to one that is not there.");
        }

        // From here on commits are on the disk; the checkpoint flushes the whole file.
        await RunAsync("PRAGMA synchronous=FULL", cancellationToken);
        await RunAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal static async Task<IReadOnlyList<string>> NamesAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed class Rows : IRowWriter
    {
        private readonly SqliteTransaction _transaction;
        private readonly SqliteCommand _insert;

        public Rows(SqliteConnection connection, LoadedTable table)
        {
            _transaction = connection.BeginTransaction();
            _insert = connection.CreateCommand();
            _insert.Transaction = _transaction;
            _insert.CommandText = $"INSERT INTO {Quote(table.Name)} ({string.Join(", ", table.Columns.Select(column => Quote(column.Name)))}) VALUES ({string.Join(", ", table.Columns.Select((_, index) => "$" + index))})";
            for (var index = 0; index < table.Columns.Count; index++)
            {
                _insert.Parameters.Add(new SqliteParameter { ParameterName = "$" + index });
            }
        }

        public Task WriteAsync(object?[] values, CancellationToken cancellationToken)
        {
            for (var index = 0; index < values.Length; index++)
            {
                _insert.Parameters[index].Value = values[index] ?? DBNull.Value;
            }

            // The engine has no asynchronous writes; a row takes microseconds.
            _insert.ExecuteNonQuery();
            return Task.CompletedTask;
        }

        public Task CompleteAsync(CancellationToken cancellationToken) => _transaction.CommitAsync(cancellationToken);

        public async ValueTask DisposeAsync()
        {
            await _insert.DisposeAsync();
            await _transaction.DisposeAsync();
        }
    }
}
